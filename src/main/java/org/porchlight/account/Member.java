package org.porchlight.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account, as the rest of the house sees it: without anything secret.
 *
 * @param id its number, never used again after it is gone
 * @param username as its owner wrote it; markup in it is just text
 * @param seenAt when they last signed in or were signed out; null: never
 */
public record Member(
        long id,
        String username,
        Role role,
        State state,
        Instant createdAt,
        @Nullable Instant seenAt) {

    /** Somebody who was never seen. */
    public Member(long id, String username, Role role, State state, Instant createdAt) {
        this(id, username, role, state, createdAt, null);
    }

    /** Whether this member may also change settings, accounts and cameras. */
    public boolean owner() {
        return role == Role.OWNER;
    }
}
