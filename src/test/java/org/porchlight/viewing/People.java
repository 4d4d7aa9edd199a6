package org.porchlight.viewing;

import java.time.Instant;
import org.porchlight.account.Member;
import org.porchlight.account.Role;
import org.porchlight.account.State;

/** People of a household. */
final class People {

    private People() {}

    static Member named(long id, String username) {
        return new Member(id, username, Role.MEMBER, State.ACTIVE, Instant.EPOCH);
    }
}
