package org.porchlight.ui;

/**
 * Whether a page gets its pictures as it should. It changes its mind after some measurements in a row, so that one bad moment is
 * not told, and what is told does not flicker. For one viewing.
 */
final class Pace {

    /** What there is to say. */
    enum Verdict {
        WELL,
        /** Pictures arrive long after they were taken. */
        LATE,
        /** Fewer arrive than the camera gives. */
        SLOW_LINE,
        /** The camera gives fewer than it is set to. */
        SLOW_CAMERA
    }

    /** Fewer than this part of what should come is slow, this part and more is well again. */
    private static final double SLOW = 0.5;

    private static final double WELL = 0.6;

    private static final int SLOW_AFTER = 3;
    private static final int WELL_AFTER = 2;

    private Verdict measured = Verdict.WELL;
    private int otherwise;
    private boolean late;

    /**
     * Takes a measurement; they come every two seconds or so.
     *
     * @param delivered pictures a second that arrived
     * @param camera pictures a second that the camera gives
     * @param wished pictures a second that are set
     */
    void measured(double delivered, double camera, int wished) {
        boolean isSlow = measured != Verdict.WELL;
        boolean same = isSlow ? delivered < wished * WELL : delivered >= wished * SLOW;
        otherwise = same ? 0 : otherwise + 1;
        if (otherwise >= (isSlow ? WELL_AFTER : SLOW_AFTER)) {
            isSlow = !isSlow;
            otherwise = 0;
        }
        measured = !isSlow ? Verdict.WELL : camera < wished * SLOW ? Verdict.SLOW_CAMERA : Verdict.SLOW_LINE;
    }

    /** The browser says so, and when it is over. */
    void late(boolean isLate) {
        late = isLate;
    }

    Verdict verdict() {
        return late && measured == Verdict.WELL ? Verdict.LATE : measured;
    }
}
