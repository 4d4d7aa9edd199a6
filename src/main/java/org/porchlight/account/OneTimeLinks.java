package org.porchlight.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that work once, for a day: invitations, and those with which somebody chooses another password. */
@Component
class OneTimeLinks {
    static final Duration VALID = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    OneTimeLinks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new invitation. The answer is shown once; it is kept nowhere. */
    Secret invitation() {
        return add(null);
    }

    /** A new link to choose another password; the one before it works no longer. */
    Secret reset(long memberId) {
        database.sql("DELETE FROM one_time_link WHERE member_id = ?")
                .param(memberId)
                .update();
        return add(memberId);
    }

    private Secret add(@Nullable Long memberId) {
        database.sql("DELETE FROM one_time_link WHERE expires_at <= ?")
                .param(clock.millis())
                .update();
        Secret secret = Secret.random();
        database.sql("INSERT INTO one_time_link (hash, member_id, expires_at) VALUES (?, ?, ?)")
                .param(secret.hash())
                .param(memberId)
                .param(clock.millis() + VALID.toMillis())
                .update();
        return secret;
    }

    /** Whether this invites somebody now; it stays valid. */
    boolean invites(Secret secret) {
        return database.sql(
                                "SELECT count(*) FROM one_time_link WHERE hash = ? AND member_id IS NULL AND expires_at > ?")
                        .params(secret.hash(), clock.millis())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Whose password this can change now; it stays valid. */
    Optional<Long> resets(Secret secret) {
        return database.sql(
                        "SELECT member_id FROM one_time_link WHERE hash = ? AND member_id IS NOT NULL AND expires_at > ?")
                .params(secret.hash(), clock.millis())
                .query(Long.class)
                .optional();
    }

    /** Uses an invitation up, and never a reset: true for the one who does. */
    boolean takeInvitation(Secret secret) {
        return database.sql("DELETE FROM one_time_link WHERE hash = ? AND member_id IS NULL AND expires_at > ?")
                        .params(secret.hash(), clock.millis())
                        .update()
                == 1;
    }

    /** Uses the reset of this member up, and nothing else: true for the one who does. */
    boolean takeReset(Secret secret, long memberId) {
        return database.sql("DELETE FROM one_time_link WHERE hash = ? AND member_id = ? AND expires_at > ?")
                        .params(secret.hash(), memberId, clock.millis())
                        .update()
                == 1;
    }
}
