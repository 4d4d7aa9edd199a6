package org.porchlight.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;

/**
 * What the recorder of one viewing does at one moment.
 *
 * @param state what it does
 * @param since when it was asked for, or when its first picture came if that was later; what it holds from before the click does
 *     not count. Null when there is none
 * @param problem what went wrong last; null when all is well
 */
public record RecordingNow(
        State state, @Nullable Instant since, @Nullable Sentence problem) {

    /** What a recorder does. */
    public enum State {
        NONE,
        /** Recording begins with the first picture. */
        WAITING,
        RUNNING
    }

    /** Whether it records, or will with the first picture. */
    public boolean isOn() {
        return state != State.NONE;
    }
}
