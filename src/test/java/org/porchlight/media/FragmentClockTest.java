package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class FragmentClockTest {

    private static final long BEGIN = TimeUnit.HOURS.toMicros(30);
    private static final long PERIOD = 33_333;

    @Test
    void aSteadyCameraKeepsItsTimesFromZeroOn() {
        List<Long> times = place(60, picture -> picture * PERIOD);

        assertThat(times.getFirst()).isZero();
        assertThat(times.getLast()).isCloseTo(59 * PERIOD, offset(1_000L));
    }

    @Test
    void jitterStaysWithinWhatBrowsersTake() {
        Random random = new Random(7);
        List<Long> times = place(600, picture -> picture * PERIOD + random.nextInt(60_000));

        assertThat(times.getLast()).isCloseTo(599 * PERIOD, offset(60_000L));
    }

    @Test
    void aCameraThatSlowsDownIsFollowed() {
        List<Long> times =
                place(200, picture -> picture < 100 ? picture * PERIOD : 100 * PERIOD + (picture - 100) * 100_000);

        assertThat(times.get(199) - times.get(198)).isCloseTo(100_000, offset(2_000L));
        assertThat(times.getLast()).isCloseTo(100 * PERIOD + 99 * 100_000, offset(50_000L));
    }

    @Test
    void aPauseIsLeftOut() {
        List<Long> times = place(60, picture -> picture * PERIOD + (picture < 30 ? 0 : 5_000_000));

        assertThat(times.getLast()).isCloseTo(59 * PERIOD, offset(1_000L));
    }

    /** Places pictures; no time is earlier than the one before, or later than twice the length that was told for it. */
    private static List<Long> place(int pictures, LongUnaryOperator taken) {
        FragmentClock clock = new FragmentClock(BEGIN + taken.applyAsLong(0), 30);
        List<Long> times = new ArrayList<>();
        long told = 0;
        for (int picture = 0; picture < pictures; picture++) {
            long time = clock.place(BEGIN + taken.applyAsLong(picture));
            if (!times.isEmpty()) {
                assertThat(time - times.getLast()).isPositive().isLessThanOrEqualTo(2 * told);
            }
            told = clock.periodMicros();
            times.add(time);
        }
        return times;
    }
}
