package org.porchlight.media;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait between attempts that fail: longer each time, and never quite the same, so that cameras that failed
 * together do not come back together. For one thread.
 */
final class BackOff {

    /** Seconds; the last stays. */
    private static final int[] STEPS = {1, 2, 5, 10, 30};

    private static final double JITTER = 0.1;

    private final DoubleSupplier random;
    private int failures;

    /** @param random numbers from 0 to 1 */
    BackOff(DoubleSupplier random) {
        this.random = random;
    }

    /** An attempt has failed: the answer is how long to wait. */
    Duration next() {
        int seconds = STEPS[Math.min(failures++, STEPS.length - 1)];
        double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        return Duration.ofNanos(Math.round(seconds * 1e9 * factor));
    }

    /** There is hope again: the next wait is the shortest. */
    void reset() {
        failures = 0;
    }
}
