package org.porchlight.viewing;

/**
 * How far the sending of an {@link Archive} is.
 *
 * @param files how many were sent, or found missing
 * @param ofFiles how many there are
 * @param bytes of them that were sent
 * @param ofBytes how many there are
 */
public record ArchiveProgress(State state, int files, int ofFiles, long bytes, long ofBytes) {

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
