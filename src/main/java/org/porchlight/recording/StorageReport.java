package org.porchlight.recording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.porchlight.recording.Pruning.Upcoming;

/**
 * How the storage stands, at one moment. Immutable.
 *
 * @param days what was recorded on each of the last days that is still there, the oldest first; also those with nothing
 * @param next what goes next, in this order
 * @param at when this was measured
 */
public record StorageReport(Room room, List<Day> days, List<Upcoming> next, Instant at) {

    public StorageReport {
        days = List.copyOf(days);
        next = List.copyOf(next);
    }

    /** A day of the house. */
    public record Day(LocalDate day, long bytes, int recordings) {}
}
