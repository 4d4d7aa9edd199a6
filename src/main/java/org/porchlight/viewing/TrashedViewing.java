package org.porchlight.viewing;

import java.time.Instant;
import java.util.List;
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

    TrashedViewing with(List<Recording> recordings) {
        return new TrashedViewing(new LogEntry(entry.viewing(), recordings), at, by, goesAt);
    }

    /** The room that it takes. */
    public long bytes() {
        return entry.recordings().stream().mapToLong(Recording::bytes).sum();
    }
}
