package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.porchlight.testing.HandClock;

class ThrottleTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T18:40:00Z"));
    private final Throttle throttle = new Throttle(clock);

    @Test
    void theFirstAttemptsAreFreeThenEachWaitsTwiceAsLongUpToAMinute() {
        useUp("a");
        for (int wait : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThatThrownBy(() -> throttle.attempt("a"))
                    .isInstanceOf(TooManyAttempts.class)
                    .hasMessage("Too many attempts. Try again in " + wait + " s.");
            clock.pass(Duration.ofSeconds(wait));
            throttle.attempt("a");
        }
    }

    @Test
    void whoComesTooEarlyDoesNotWaitLongerForIt() {
        useUp("a");
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> throttle.attempt("a")).isInstanceOf(TooManyAttempts.class);
        }
        clock.pass(Duration.ofSeconds(1));
        assertThatCode(() -> throttle.attempt("a")).doesNotThrowAnyException();
    }

    @Test
    void othersDoNotWait() {
        useUp("a");
        assertThatCode(() -> throttle.attempt("b")).doesNotThrowAnyException();
    }

    @Test
    void aQuarterOfAnHourOfCalmIsForgotten() {
        useUp("a");
        clock.pass(Duration.ofMinutes(16));
        useUp("a");
    }

    @Test
    void whatWasRightDoesNotCount() {
        for (int i = 0; i < 100; i++) {
            throttle.attempt("a");
            throttle.forgive("a");
        }
        assertThat(throttle.usedUp("a")).isFalse();
    }

    @Test
    void itKnowsOnlyTheLastThousands() {
        useUp("a");
        for (int i = 0; i < 10_000; i++) {
            throttle.attempt("other " + i);
        }
        assertThat(throttle.usedUp("a")).isFalse();
        assertThat(throttle.usedUp("other 9999")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.20, 192.168.1.20",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "2001:db8:1:3::9, 20010db800010003",
        "not:an:address, not:an:address"
    })
    void addressesOfOnePlaceCountAsOne(String address, String network) {
        assertThat(Throttle.network(address)).isEqualTo(network);
    }

    private void useUp(String key) {
        for (int i = 0; i < Throttle.FREE; i++) {
            throttle.attempt(key);
        }
    }

    @Test
    void aClockThatIsPutBackLetsNobodyWaitForLonger() {
        useUp("a");
        clock.step(Duration.ofHours(-1));
        assertThatThrownBy(() -> throttle.ask("a")).isInstanceOf(TooManyAttempts.class);
        clock.pass(Duration.ofMinutes(1));
        assertThatCode(() -> throttle.attempt("a")).doesNotThrowAnyException();
    }
}
