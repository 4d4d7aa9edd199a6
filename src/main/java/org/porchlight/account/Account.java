package org.porchlight.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A row of the members' table; leaves this module only as a {@link Member}.
 *
 * @param id 0 until it is saved
 */
@Table("member")
record Account(
        @Id long id,
        String username,
        String nameKey,
        String passwordHash,
        Role role,
        State state,
        Instant createdAt,
        @Nullable Instant seenAt) {

    Member member() {
        return new Member(id, username, role, state, createdAt, seenAt);
    }
}
