package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingPaceTest {

    private static final long SLEEPS_LONGER_BY = TimeUnit.MICROSECONDS.toNanos(60);

    @Test
    void aPictureThatComesInTimeIsAskedForAFewTimesOnly() {
        assertThat(asksForAPictureThatTakes(33.3, 30)).isLessThanOrEqualTo(4);
        assertThat(asksForAPictureThatTakes(200, 5)).isLessThanOrEqualTo(5);
    }

    @Test
    void inTheDarkWhereACameraGivesHalfAsManyItIsAskedSeldom() {
        assertThat(asksForAPictureThatTakes(66.7, 30)).isLessThanOrEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 33.3, 34, 50, 66.7, 1_000})
    void aPictureIsNotSeenMuchLaterThanItComes(double millis) {
        assertThat(seenAfter(millis, 30)).isLessThan(Math.max(33.3, millis) + 5.1);
    }

    @Test
    void aPictureThatComesInTimeIsSeenWithinAMillisecond() {
        assertThat(seenAfter(33.3, 30)).isLessThan(34.4);
    }

    private static int asksForAPictureThatTakes(double millis, int framesPerSecond) {
        return ask(millis, framesPerSecond).asks();
    }

    private static double seenAfter(double millis, int framesPerSecond) {
        return ask(millis, framesPerSecond).millis();
    }

    private record Asked(int asks, double millis) {}

    /** Asks as the capture does, each sleep a little longer than it should be, until the picture is there. */
    private static Asked ask(double comesAfterMillis, int framesPerSecond) {
        AskingPace pace = new AskingPace(framesPerSecond);
        long sinceNanos = 0;
        int asks = 1;
        while (sinceNanos < comesAfterMillis * 1e6) {
            sinceNanos += pace.waitNanos(sinceNanos) + SLEEPS_LONGER_BY;
            asks++;
        }
        return new Asked(asks, sinceNanos / 1e6);
    }
}
