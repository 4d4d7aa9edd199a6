package org.porchlight.media;

import java.util.concurrent.TimeUnit;

/**
 * When to ask a webcam for its next picture, which cannot be waited for: a little before it is due, and then every
 * millisecond; less often where it does not come, as in the dark, when cameras give fewer than they say: a picture that is
 * overdue is seen a quarter of that time later at most. One that comes early waits until it is due.
 */
final class AskingPace {

    /** Pictures come a little early or late; whoever was late by that much is in step again with the next picture. */
    private static final long EARLY_NANOS = TimeUnit.MICROSECONDS.toNanos(1_250);

    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_OVERDUE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** So soon a capture that is not wanted any more ends. */
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long dueNanos;

    AskingPace(int framesPerSecond) {
        dueNanos = TimeUnit.SECONDS.toNanos(1) / framesPerSecond - EARLY_NANOS;
    }

    /** How many nanoseconds to wait, that many after the last picture. */
    long waitNanos(long sinceNanos) {
        long early = dueNanos - sinceNanos;
        return early > 0
                ? Math.clamp(early, SHORTEST_NANOS, LONGEST_NANOS)
                : Math.clamp(-early / 4, SHORTEST_NANOS, LONGEST_OVERDUE_NANOS);
    }
}
