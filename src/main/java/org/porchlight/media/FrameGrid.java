package org.porchlight.media;

import java.util.concurrent.TimeUnit;

/**
 * Leaves pictures out so that a wished rate is met, on a time grid and not by counting, so that an uneven camera stays even.
 * A camera that gives the wished rate, or less, loses nothing. For one thread.
 */
final class FrameGrid {

    private final long periodMicros;
    private long dueMicros = Long.MIN_VALUE;

    FrameGrid(int framesPerSecond) {
        this.periodMicros = TimeUnit.SECONDS.toMicros(1) / framesPerSecond;
    }

    /** Whether the picture of that time is one of those to keep. */
    boolean keeps(long ptsMicros) {
        if (dueMicros == Long.MIN_VALUE) {
            dueMicros = ptsMicros + periodMicros;
            return true;
        }
        // A quarter of a period early is jitter, not a higher rate.
        if (ptsMicros + periodMicros / 4 < dueMicros) {
            return false;
        }
        dueMicros = Math.max(dueMicros + periodMicros, ptsMicros + periodMicros / 2);
        return true;
    }
}
