package org.porchlight.media;

import java.util.concurrent.TimeUnit;

/**
 * The times of a live MP4: those of the capture, smoothed, from zero on. A fragment leaves with its picture, so how long the
 * picture will be shown is a guess; and where the next one comes later than twice that guess, browsers drop everything up to
 * the next keyframe. So the time moves by half to one and a half of the expected period, and takes the rest over bit by bit; a
 * longer pause (a camera that was away) is left out. For one thread.
 */
final class FragmentClock {

    /** What is taken over at once of the difference between a picture's true and its expected time. */
    private static final double FOLLOWED = 0.25;

    /** How much one picture's distance from the one before counts for the period. */
    private static final double WEIGHT = 0.125;

    private static final double PAUSE_MICROS = TimeUnit.MILLISECONDS.toMicros(500);

    private double periodMicros;
    private double timeMicros;
    private long zeroMicros;
    private long lastPtsMicros;

    /**
     * Begins with the first picture, at time zero.
     *
     * @param expectedRate about how many pictures a second will come
     */
    FragmentClock(long firstPtsMicros, int expectedRate) {
        periodMicros = 1e6 / expectedRate;
        timeMicros = -periodMicros;
        zeroMicros = firstPtsMicros;
        lastPtsMicros = firstPtsMicros - periodMicros();
    }

    /** The time of the next picture, in microseconds; later than that of the one before. */
    long place(long ptsMicros) {
        double expected = timeMicros + periodMicros;
        double late = ptsMicros - zeroMicros - expected;
        double distance = ptsMicros - lastPtsMicros;
        if (Math.abs(late) > PAUSE_MICROS) {
            zeroMicros += Math.round(late);
            late = 0;
            distance = periodMicros;
        }
        timeMicros = expected + Math.clamp(FOLLOWED * late, -periodMicros / 2, periodMicros / 2);
        periodMicros += WEIGHT * (Math.clamp(distance, periodMicros / 2, periodMicros * 2) - periodMicros);
        lastPtsMicros = ptsMicros;
        return Math.round(timeMicros);
    }

    /** How long the picture that was placed last is expected to be shown, in microseconds. */
    long periodMicros() {
        return Math.round(periodMicros);
    }
}
