package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;

class OneTimeLinksTest {
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T18:40:00Z"));
    private TestDatabase database;
    private OneTimeLinks links;

    @BeforeEach
    void open() {
        database = new TestDatabase(folder);
        database.client()
                .sql("INSERT INTO member (id, username, name_key, password_hash, role, state, created_at)"
                        + " VALUES (7, 'Ben', 'ben', 'x', 'MEMBER', 'ACTIVE', 0)")
                .update();
        links = new OneTimeLinks(database.client(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anInvitationWorksOnce() {
        Secret invitation = links.invitation();
        assertThat(links.invites(invitation)).isTrue();
        assertThat(links.resets(invitation)).isEmpty();

        assertThat(links.takeInvitation(invitation)).isTrue();

        assertThat(links.takeInvitation(invitation)).isFalse();
        assertThat(links.invites(invitation)).isFalse();
    }

    @Test
    void ofTwoWhoUseALinkAtTheSameMomentOneDoes() throws Exception {
        Secret invitation = links.invitation();
        Callable<Boolean> take = () -> links.takeInvitation(invitation);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(take, take)))
                    .extracting(taken -> taken.get())
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void aLinkWorksForADay() {
        Secret invitation = links.invitation();
        clock.pass(Duration.ofDays(1).minus(A_MOMENT));
        assertThat(links.invites(invitation)).isTrue();

        clock.pass(A_MOMENT);

        assertThat(links.invites(invitation)).isFalse();
        assertThat(links.takeInvitation(invitation)).isFalse();
    }

    @Test
    void aResetBelongsToItsMemberAndInvitesNobody() {
        Secret reset = links.reset(7);
        assertThat(links.resets(reset)).contains(7L);
        assertThat(links.invites(reset)).isFalse();

        assertThat(links.takeInvitation(reset)).isFalse();
        assertThat(links.takeReset(reset, 8)).isFalse();
        assertThat(links.takeReset(reset, 7)).isTrue();
        assertThat(links.takeReset(reset, 7)).isFalse();
    }

    @Test
    void anInvitationResetsNothing() {
        Secret invitation = links.invitation();
        assertThat(links.takeReset(invitation, 7)).isFalse();
        assertThat(links.invites(invitation)).isTrue();
    }

    @Test
    void aNewResetEndsTheOneBefore() {
        Secret before = links.reset(7);
        Secret now = links.reset(7);
        assertThat(links.resets(before)).isEmpty();
        assertThat(links.resets(now)).contains(7L);
    }

    @Test
    void onlyHashesAreStored() {
        Secret invitation = links.invitation();
        List<String> stored = database.client()
                .sql("SELECT hash FROM one_time_link")
                .query((row, number) -> row.getString("hash"))
                .list();
        assertThat(stored).containsExactly(invitation.hash()).doesNotContain(invitation.text());
        assertThat(invitation).hasToString("Secret");
    }

    @Test
    void whatNobodyMadeOpensNothing() {
        assertThat(links.invites(new Secret(""))).isFalse();
        assertThat(links.resets(new Secret("x".repeat(100_000)))).isEmpty();
    }
}
