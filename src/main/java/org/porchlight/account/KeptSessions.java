package org.porchlight.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Browsers that were told to keep somebody signed in, for 30 days. */
@Component
class KeptSessions {
    static final Duration VALID = Duration.ofDays(30);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeptSessions(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One of them, as its owner may see it. */
    record Kept(long id, long memberId, String device, String address, Instant since, Instant usedAt) {}

    /**
     * Keeps a member signed in with whoever shows this secret.
     *
     * @return its number; empty when they were shut out, or got another password, while they signed in
     */
    Optional<Long> keep(Secret secret, SignedIn who, Visitor where) {
        return Objects.requireNonNull(transaction.execute(alone ->
                mayStay(who) ? Optional.of(insert(secret, who.member().id(), where)) : Optional.<Long>empty()));
    }

    private boolean mayStay(SignedIn who) {
        return database.sql("SELECT password_hash FROM member WHERE id = ? AND state = 'ACTIVE'")
                .param(who.member().id())
                .query(String.class)
                .optional()
                .filter(who::isBy)
                .isPresent();
    }

    private long insert(Secret secret, long memberId, Visitor where) {
        long now = clock.millis();
        database.sql("DELETE FROM kept_session WHERE expires_at <= ?")
                .param(now)
                .update();
        return database.sql("""
                        INSERT INTO kept_session (hash, member_id, device, address, since, used_at, expires_at)
                        VALUES (:hash, :member, :device, :address, :now, :now, :end) RETURNING id""")
                .param("hash", secret.hash())
                .param("member", memberId)
                .param("device", where.device())
                .param("address", where.address())
                .param("now", now)
                .param("end", now + VALID.toMillis())
                .query(Long.class)
                .single();
    }

    /** The one with this secret, which is used now. */
    Optional<Kept> use(Secret secret, String address) {
        return database.sql("""
                        UPDATE kept_session SET used_at = :now, address = :address
                        WHERE hash = :hash AND expires_at > :now
                        RETURNING *""")
                .param("now", clock.millis())
                .param("address", address)
                .param("hash", secret.hash())
                .query(KeptSessions::read)
                .optional();
    }

    /** Whether it keeps somebody signed in. */
    boolean has(long id) {
        return database.sql("SELECT count(*) FROM kept_session WHERE id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    List<Kept> of(long memberId) {
        return database.sql("SELECT * FROM kept_session WHERE member_id = ? AND expires_at > ?")
                .params(memberId, clock.millis())
                .query(KeptSessions::read)
                .list();
    }

    void end(Secret secret) {
        database.sql("DELETE FROM kept_session WHERE hash = ?")
                .param(secret.hash())
                .update();
    }

    void end(long id) {
        database.sql("DELETE FROM kept_session WHERE id = ?").param(id).update();
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("id"),
                row.getLong("member_id"),
                row.getString("device"),
                row.getString("address"),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("used_at")));
    }
}
