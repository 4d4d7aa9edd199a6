package org.porchlight.media;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Measures frames per second over the last {@value #WINDOW_SECONDS} seconds. Safe for any thread. */
final class RateMeter {

    private static final int WINDOW_SECONDS = 3;
    private static final long WINDOW_MICROS = TimeUnit.SECONDS.toMicros(WINDOW_SECONDS);

    private final Deque<Long> times = new ArrayDeque<>();

    synchronized void count(long ptsMicros) {
        times.addLast(ptsMicros);
        forgetBefore(ptsMicros - WINDOW_MICROS);
    }

    /** Frames per second up to {@code nowMicros}; 0 with fewer than two pictures. */
    synchronized double rate(long nowMicros) {
        forgetBefore(nowMicros - WINDOW_MICROS);
        if (times.size() < 2) {
            return 0;
        }
        return (times.size() - 1) * 1e6 / Math.max(1, times.getLast() - times.getFirst());
    }

    synchronized void reset() {
        times.clear();
    }

    private void forgetBefore(long micros) {
        while (!times.isEmpty() && times.getFirst() < micros) {
            times.removeFirst();
        }
    }
}
