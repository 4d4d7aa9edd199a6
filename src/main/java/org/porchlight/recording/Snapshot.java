package org.porchlight.recording;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A single picture that was kept in the log.
 *
 * @param id a UUID
 * @param viewingId in which it was taken
 * @param folder of recordings, as it was set then
 * @param file below the folder: {@code yyyy-MM-dd/<id>.jpg}
 */
public record Snapshot(String id, long viewingId, Path folder, String file, Instant takenAt, long bytes) {

    /** Where a browser finds it. */
    public String address() {
        return "snapshots/" + id + ".jpg";
    }
}
