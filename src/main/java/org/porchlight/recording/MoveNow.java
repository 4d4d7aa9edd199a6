package org.porchlight.recording;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;

/**
 * How far the moving of recordings, and of the snapshots beside them, to the folder in force has come. Immutable.
 *
 * @param target the folder in force
 * @param moved files that have arrived, since it began
 * @param left files that lie elsewhere; they can be watched there too
 * @param leftBytes what these take
 * @param problem why it pauses, or why some stay where they are; null when all is well
 */
public record MoveNow(
        State state,
        Path target,
        long moved,
        long left,
        long leftBytes,
        @Nullable Sentence problem) {

    /** What happens. */
    public enum State {
        /** Nobody wishes it. */
        NONE,
        RUNNING,
        /** All that is left is still being recorded. */
        WAITING,
        PAUSED
    }

    /** Whether it goes on by itself. */
    public boolean isOn() {
        return state == State.RUNNING || state == State.WAITING;
    }
}
