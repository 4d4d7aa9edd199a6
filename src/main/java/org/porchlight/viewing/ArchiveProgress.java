package org.porchlight.viewing;

/**
 * How far the sending of an {@link Archive} is.
 *
 * @param recordings how many were sent, or found missing
 * @param ofRecordings how many there are
 * @param bytes of recordings that were sent
 * @param ofBytes how many there are
 */
public record ArchiveProgress(State state, int recordings, int ofRecordings, long bytes, long ofBytes) {

    /** What becomes of it. */
    public enum State {
        SENDING,
        SENT,
        /** Whoever wanted it wants it no more. */
        CANCELLED,
        /** The connection broke, or the browser gave up. */
        BROKEN
    }
}
