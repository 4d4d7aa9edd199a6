package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.porchlight.testing.HandClock;

class SignInThrottleTest {
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T18:40:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void ofAHundredGuessesFromOneAddressTenAreLookedAt() {
        assertThat(guesses("ana", "10.0.0.66", 100)).isEqualTo(10);
    }

    @Test
    void anotherNameFromTheSameAddressDoesNotHelp() {
        guesses("ana", "10.0.0.66", 100);
        assertThat(guesses("ben", "10.0.0.66", 100)).isZero();
    }

    @Test
    void theRightPasswordFromElsewhereGetsInAtOnceWhileSomebodyGuesses() {
        for (int i = 1; i <= 100; i++) {
            guesses("ana", "10.0.1." + i, 20);
        }
        throttle.attempt("ana", "10.0.0.5").right();
    }

    @Test
    void anAccountThatIsGuessedAtGivesEachNewAddressOneGuess() {
        guesses("ana", "10.0.0.66", 10);
        guesses("ana", "10.0.0.67", 10);
        assertThat(guesses("ana", "10.0.0.68", 100)).isEqualTo(1);
        assertThat(guesses("ben", "10.0.0.69", 100)).as("another account").isEqualTo(10);
    }

    @Test
    void fromWhereSomebodySignedInBeforeOnlyTheirOwnMistakesCount() {
        throttle.attempt("ana", "10.0.0.5").right();
        guesses("ben", "10.0.0.5", 100);
        guesses("ana", "10.0.0.66", 10);
        guesses("ana", "10.0.0.67", 10);

        assertThat(guesses("ana", "10.0.0.5", 3)).isEqualTo(3);
        throttle.attempt("ana", "10.0.0.5").right();
    }

    @Test
    void whoeverHasAWholeNetworkOfAddressesHasOneOfThem() {
        int lookedAt = 0;
        for (int i = 0; i < 100; i++) {
            lookedAt += guesses("ana", "2001:db8::" + Integer.toHexString(i), 1);
        }
        assertThat(lookedAt).isEqualTo(10);
    }

    @Test
    void whatThePlaceRefusesDoesNotCountForTheAccount() {
        guesses("ana", "10.0.0.66", 10);
        guesses("ana", "10.0.0.67", 10);
        guesses("ben", "10.0.0.68", 10);
        for (int i = 0; i < 6; i++) {
            clock.pass(Duration.ofMinutes(1));
            guesses("ben", "10.0.0.68", 1);
        }

        for (int i = 0; i < 60; i++) {
            assertThat(guesses("ana", "10.0.0.68", 1)).isZero();
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(guesses("ana", "10.0.0.68", 1)).isEqualTo(1);
    }

    @Test
    void laterTheyMayTryAgain() {
        guesses("ana", "10.0.0.66", 100);
        clock.pass(Duration.ofMinutes(16));
        assertThat(guesses("ana", "10.0.0.66", 100)).isEqualTo(10);
    }

    /** Wrong passwords, one after the other; the answer is how many were looked at. */
    private int guesses(String account, String address, int count) {
        int lookedAt = 0;
        for (int i = 0; i < count; i++) {
            try {
                throttle.attempt(account, address).wrong();
                lookedAt++;
            } catch (TooManyAttempts tooMany) {
                assertThat(tooMany.sentence()).asString().startsWith("Too many attempts. Try again in ");
            }
        }
        return lookedAt;
    }
}
