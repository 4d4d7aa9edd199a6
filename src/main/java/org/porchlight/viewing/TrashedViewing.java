package org.porchlight.viewing;

import java.time.Instant;
import org.porchlight.recording.Recording;

/**
 * A viewing in the trash.
 *
 * @param entry the line of the log that it was, with its recordings
 * @param at when it was deleted
 * @param by who deleted it; their name as it was then
 * @param goesAt when it goes for good, at the latest
 */
public record TrashedViewing(LogEntry entry, Instant at, String by, Instant goesAt) {

    /** The room that it takes. */
    public long bytes() {
        return entry.recordings().stream().mapToLong(Recording::bytes).sum();
    }
}
