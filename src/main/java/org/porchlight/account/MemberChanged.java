package org.porchlight.account;

import org.jspecify.annotations.Nullable;

/**
 * Something about the people of the house changed. Published after it is stored, on the thread of whoever did it.
 *
 * @param by who did it; null when it was nobody who is signed in
 * @param whom the member after the change, or as they were before they were removed
 */
public record MemberChanged(@Nullable Member by, Member whom, Change what) {

    /** What changed. */
    public enum Change {
        /** Made an account; may have to wait for an owner. */
        SIGNED_UP,
        LET_IN,
        REFUSED,
        MADE_OWNER,
        MADE_MEMBER,
        DISABLED,
        ENABLED,
        REMOVED,
        /** An owner made a link with which the member can choose another password. */
        RESET_OFFERED,
        /** Whoever started the server had it make such a link for an owner. */
        RESET_AT_START,
        /** The member chose another password with such a link. */
        PASSWORD_RESET,
        /** The member changed their own password. */
        PASSWORD_CHANGED
    }
}
