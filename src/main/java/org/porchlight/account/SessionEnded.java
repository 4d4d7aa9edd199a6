package org.porchlight.account;

/**
 * A session of a member is over: nothing is answered to it any more.
 *
 * @param who as they were then
 * @param sessionId the HTTP session; the member may have others on other devices
 */
public record SessionEnded(Member who, String sessionId, Why why) {

    /** Why it is over. */
    public enum Why {
        /** By the member, there. */
        SIGNED_OUT,
        /** By the member, from another device. */
        SIGNED_OUT_ELSEWHERE,
        /** The member has a new password. */
        PASSWORD_CHANGED,
        /** An owner disabled or removed the member. */
        BY_OWNER,
        /** Nothing was heard of it for too long. */
        EXPIRED
    }
}
