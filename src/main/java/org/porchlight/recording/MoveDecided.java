package org.porchlight.recording;

import java.nio.file.Path;

/**
 * An owner decided about the moving of recordings. Published on their thread.
 *
 * @param target the folder that they go to
 */
public record MoveDecided(What what, Path target) {

    /** What they decided. */
    public enum What {
        BEGUN,
        PAUSED,
        GOES_ON,
        STOPPED
    }
}
