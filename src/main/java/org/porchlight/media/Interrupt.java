package org.porchlight.media;

import java.time.Duration;

/**
 * Ends a native call that takes too long, or that is not wanted any more. FFmpeg asks it from inside its blocking calls.
 * Safe for any thread.
 */
final class Interrupt {

    private volatile long deadlineNanos = Long.MAX_VALUE;
    private volatile boolean cancelled;

    /** From now on a call may take that long. */
    void allow(Duration time) {
        deadlineNanos = System.nanoTime() + time.toNanos();
    }

    /** Ends the running call and every further one. */
    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    boolean expired() {
        long deadline = deadlineNanos;
        return deadline != Long.MAX_VALUE && System.nanoTime() - deadline > 0;
    }

    boolean requested() {
        return cancelled || expired();
    }
}
