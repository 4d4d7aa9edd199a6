package org.porchlight.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.SignInFailed;
import org.porchlight.account.SignInFailed.Why;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;
import org.porchlight.viewing.LogFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What somebody without an account can write into the trail. */
class FailedSignInsTest {

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T18:40:00Z"));
    private TestDatabase database;
    private Trail trail;
    private PeopleTrail writer;

    @BeforeEach
    void build() {
        database = new TestDatabase(folder);
        trail = new Trail(database.client(), database.transaction(), ZoneOffset.UTC);
        writer = new PeopleTrail(new TrailWriter(trail, mock(CurrentMember.class), clock, ZoneOffset.UTC), clock);
    }

    @AfterEach
    void close() {
        RequestContextHolder.resetRequestAttributes();
        database.close();
    }

    @Test
    void throttledAttemptsForOneNameFromOneNetworkAreOneLineInAQuarterOfAnHour() {
        for (int i = 0; i < 100; i++) {
            fails("Ana", Why.TOO_MANY, "2001:db8::" + Integer.toHexString(i + 1));
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(lines()).hasSize(1);

        fails("Ben", Why.TOO_MANY, "2001:db8::1");
        fails("Ana", Why.TOO_MANY, "10.0.0.66");
        assertThat(lines()).as("another name, another network").hasSize(3);

        clock.pass(FailedSignIns.SAME_GUESSING);
        fails("Ana", Why.TOO_MANY, "10.0.0.66");
        assertThat(lines()).hasSize(4);
    }

    @Test
    void manyNamesFromManyAddressesWriteAFewLinesAMinuteAndOneThatThereWereMore() {
        for (int i = 0; i < 1000; i++) {
            fails("Mallory " + i, Why.WRONG, "10.0." + i / 200 + "." + i % 200);
        }
        assertThat(lines()).hasSize(FailedSignIns.LINES);
        assertThat(lines().getFirst().details()).isEqualTo("More in this minute than are written");

        clock.pass(Duration.ofMinutes(1));
        fails("Mallory", Why.WRONG, "10.0.0.66");
        assertThat(lines().getFirst().who()).isEqualTo("Mallory");
    }

    @Test
    void throttledAttemptsLeaveRoomForPasswordsThatWereLookedAt() {
        for (int i = 0; i < 1000; i++) {
            fails("Mallory " + i, Why.TOO_MANY, "10.0.0.66");
        }
        fails("Ana", Why.WRONG, "10.0.0.67");

        assertThat(lines()).hasSize(FailedSignIns.LINES + 1);
        assertThat(lines().getFirst().who()).isEqualTo("Ana");
    }

    private void fails(String username, Why why, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        writer.on(new SignInFailed(username, why));
    }

    /** The newest one first. */
    private List<TrailLine> lines() {
        return trail.page(LogFilter.ALL, 0, 5000);
    }
}
