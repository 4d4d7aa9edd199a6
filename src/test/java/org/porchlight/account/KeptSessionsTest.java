package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.KeptSessions.Kept;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;

class KeptSessionsTest {
    private static final Instant EVENING = Instant.parse("2026-11-22T18:40:00Z");
    private static final SignedIn BEN = new SignedIn(new Member(7, "Ben", Role.MEMBER, State.ACTIVE, EVENING), "x");
    private static final Visitor PHONE = new Visitor("10.0.0.5", "Chrome on Android");

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(EVENING);
    private final Secret secret = Secret.random();
    private TestDatabase database;
    private KeptSessions kept;

    @BeforeEach
    void open() {
        database = new TestDatabase(folder);
        database.client()
                .sql("INSERT INTO member (id, username, name_key, password_hash, role, state, created_at)"
                        + " VALUES (7, 'Ben', 'ben', 'x', 'MEMBER', 'ACTIVE', 0)")
                .update();
        kept = new KeptSessions(database.client(), database.transaction(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBrowserIsKeptForThirtyDays() {
        kept.keep(secret, BEN, PHONE);
        clock.pass(Duration.ofDays(30).minusMillis(1));
        assertThat(kept.use(secret, "10.0.0.6")).isPresent();
        assertThat(kept.of(7)).singleElement().satisfies(browser -> {
            assertThat(browser.device()).isEqualTo("Chrome on Android");
            assertThat(browser.address()).isEqualTo("10.0.0.6");
            assertThat(browser.since()).isEqualTo(EVENING);
            assertThat(browser.usedAt()).isEqualTo(clock.instant());
        });

        clock.pass(Duration.ofMillis(1));

        assertThat(kept.use(secret, "10.0.0.6")).isEmpty();
        assertThat(kept.of(7)).isEmpty();
    }

    @Test
    void requestsAtTheSameMomentAllCount() {
        long id = kept.keep(secret, BEN, PHONE).orElseThrow();
        assertThat(kept.use(secret, "10.0.0.5")).map(Kept::id).contains(id);
        assertThat(kept.use(secret, "10.0.0.5")).map(Kept::id).contains(id);
    }

    @Test
    void onceEndedItKeepsNobody() {
        kept.end(kept.keep(secret, BEN, PHONE).orElseThrow());
        assertThat(kept.use(secret, "10.0.0.5")).isEmpty();
    }

    @Test
    void whoIsGoneIsNotKept() {
        kept.keep(secret, BEN, PHONE);
        database.client().sql("DELETE FROM member").update();
        assertThat(kept.use(secret, "10.0.0.5")).isEmpty();
    }

    @Test
    void onlyTheHashIsStored() {
        kept.keep(secret, BEN, PHONE);
        assertThat(database.client()
                        .sql("SELECT hash FROM kept_session")
                        .query(String.class)
                        .single())
                .isEqualTo(secret.hash())
                .isNotEqualTo(secret.text());
    }
}
