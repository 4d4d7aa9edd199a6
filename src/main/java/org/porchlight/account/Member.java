package org.porchlight.account;

import java.time.Instant;

/**
 * An account, as the rest of the house sees it: without anything secret.
 *
 * @param id its number, never used again after it is gone
 * @param username as its owner wrote it; markup in it is just text
 */
public record Member(long id, String username, Role role, State state, Instant createdAt) {

    /** Whether this member may also change settings, accounts and cameras. */
    public boolean owner() {
        return role == Role.OWNER;
    }
}
