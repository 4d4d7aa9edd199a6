package org.porchlight.settings;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What an owner can change, apart from the cameras. Immutable.
 *
 * @param framesPerSecond pictures a second that are asked of a camera, 1 to 60
 * @param recordingsFolder absolute folder that new recordings are written to
 * @param recordEverySession whether each viewing is recorded from its start
 * @param preRollSeconds how much of what the camera saw before the click is in a recording, 0 to 15
 * @param room how long recordings stay, and how much of the disk they may take
 */
public record Settings(
        int framesPerSecond, Path recordingsFolder, boolean recordEverySession, int preRollSeconds, RoomLimits room) {

    /** What holds until an owner changes it: 30 pictures a second, {@code recordings}, by the button, 5 s before it. */
    public static Settings defaults() {
        return new Settings(30, Path.of("recordings").toAbsolutePath(), false, 5, RoomLimits.defaults());
    }

    /** The same as a length of time. */
    public Duration preRoll() {
        return Duration.ofSeconds(preRollSeconds);
    }
}
