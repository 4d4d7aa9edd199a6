package org.porchlight.settings;

import java.nio.file.Path;

/**
 * What an owner can change, apart from the cameras. Immutable.
 *
 * @param framesPerSecond pictures a second that are asked of a camera, 1 to 60
 * @param recordingsFolder absolute folder that new recordings are written to
 * @param recordEverySession whether each viewing is recorded from its start
 */
public record Settings(int framesPerSecond, Path recordingsFolder, boolean recordEverySession) {

    /** What holds until an owner changes it: 30 pictures a second, {@code recordings}, by the button. */
    public static Settings defaults() {
        return new Settings(30, Path.of("recordings").toAbsolutePath(), false);
    }
}
