package org.porchlight.account;

/** Somebody signed in. Published on the thread of the request that did it. */
public record MemberSignedIn(Member who, How how) {

    /** What they signed in with. */
    public enum How {
        PASSWORD,
        /** The browser was told to keep them signed in. */
        KEPT
    }
}
