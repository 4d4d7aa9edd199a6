package org.porchlight.account;

/**
 * Somebody tried to sign in and could not. Published on the thread of the request that did it.
 *
 * @param username the name as it was typed, without what cannot be seen and cut to what a name may have; there need be no such
 *     account
 */
public record SignInFailed(String username, Why why) {

    /** Why they could not. */
    public enum Why {
        /** The name and the password do not match, or there is no such account. */
        WRONG,
        /** The password was right, but no owner has let them in yet. */
        WAITING,
        /** The password was right, but an owner disabled the account. */
        DISABLED,
        /** After too many attempts; the password was not looked at. */
        TOO_MANY
    }
}
