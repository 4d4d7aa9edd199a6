package org.porchlight.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;

class HouseClockTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    @TempDir
    Path temp;

    private final HandClock clock = new HandClock(EVENING);
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private TestDatabase database;
    private HouseClock house;

    @BeforeEach
    void build() {
        database = new TestDatabase(temp);
        house = started();
    }

    @AfterEach
    void close() {
        house.end();
        database.close();
    }

    @Test
    void aClockThatGoesEvenlyIsBelieved() {
        for (int i = 0; i < 100; i++) {
            clock.pass(Duration.ofMinutes(20));
            clock.step(Duration.ofMillis(700));
            house.look();
        }
        assertThat(house.isTrusted()).isTrue();
        assertThat(events).isEmpty();
    }

    @Test
    void whoeverWroteDownWhenSomethingBeganIsToldThatTheClockWasSet() {
        clock.pass(Duration.ofSeconds(5));
        clock.step(Duration.ofMinutes(-50));
        house.look();
        assertThat(events).containsExactly(new ClockStepped(Duration.ofMinutes(-50), EVENING.plusSeconds(5)));
        assertThat(house.isTrusted()).isTrue();
    }

    @Test
    void aClockThatJumpedIsNotBelievedForADay() {
        clock.step(Duration.ofDays(400));
        house.look();
        assertThat(house.isTrusted()).isFalse();
        clock.pass(Duration.ofHours(23));
        house.look();
        assertThat(house.isTrusted()).isFalse();
        clock.pass(Duration.ofHours(1));
        house.look();
        assertThat(house.isTrusted()).isTrue();
    }

    @Test
    void aJumpIsNotBelievedEvenBeforeItIsLookedAt() {
        clock.pass(Duration.ofSeconds(3));
        clock.step(Duration.ofDays(400));
        assertThat(house.isTrusted()).isFalse();
    }

    @Test
    void aRestartDoesNotMakeAClockThatJumpedBelieved() {
        house.look();
        clock.step(Duration.ofDays(9));
        house.look();
        for (int starts = 0; starts < 2; starts++) {
            restart();
            assertThat(house.isTrusted()).isFalse();
        }
        clock.pass(Duration.ofDays(1));
        house.look();
        restart();
        assertThat(house.isTrusted()).isTrue();
    }

    @Test
    void aComputerWithoutATimeIsNotBelievedHoweverLongItRuns() {
        clock.set(Instant.parse("1970-01-01T00:00:09Z"));
        restart();
        clock.pass(Duration.ofDays(9));
        house.look();
        assertThat(house.isTrusted()).isFalse();
        assertThat(new ClockStepped(Duration.ofDays(20_000), clock.instant()).wasUnset())
                .isTrue();
    }

    @Test
    void aStartAtATimeThatIsLongPastOrFarAheadIsNotBelievedForADay() {
        house.look();
        for (Duration away : List.of(Duration.ofDays(-2), Duration.ofDays(300))) {
            clock.set(EVENING.plus(away));
            restart();
            assertThat(house.isTrusted()).as("after %s", away).isFalse();
        }
        clock.set(EVENING.plus(Duration.ofDays(5)));
        restart();
        assertThat(house.isTrusted()).isTrue();
    }

    private void restart() {
        house.end();
        house = started();
    }

    private HouseClock started() {
        HouseClock started = new HouseClock(clock, clock, database.client(), events::add);
        started.begin();
        return started;
    }
}
