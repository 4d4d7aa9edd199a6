package org.porchlight.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A file of pictures in a folder of recordings that no row knows.
 *
 * @param folder the folder of recordings that it lies in, absolute
 * @param file its way below the folder
 * @param written when it was last written to: when what it shows ended, unless it was copied since
 */
public record FoundFile(Path folder, String file, Instant written, Duration length, long bytes) {

    /** When what it shows began, as far as that can be told. */
    public Instant begin() {
        return written.minus(length);
    }
}
