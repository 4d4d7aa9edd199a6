package org.porchlight.recording;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The room that recordings take and have, at one moment. Immutable; all sizes in bytes.
 *
 * @param folder that new recordings go to
 * @param recorded what all recordings take: also what is kept, in the trash, and being written
 * @param kept of it, what somebody wants to stay
 * @param trash of it, what is in the trash
 * @param removable of it, what retention could make free on the folder's disk
 * @param disk the folder's; null while it cannot be looked at
 * @param floor what is to stay free on that disk
 * @param bytesPerSecond what a second of recording takes, measured; when nothing was recorded yet, what is likely
 * @param bytesPerDay what was recorded a day lately; 0 when nothing was
 */
public record Room(
        Path folder,
        long recorded,
        long kept,
        long trash,
        long removable,
        @Nullable Disk disk,
        long floor,
        long bytesPerSecond,
        long bytesPerDay) {

    /**
     * A disk, as far as Porchlight's user may use it.
     *
     * @param total its size
     * @param free what can still be written to it
     */
    public record Disk(long total, long free) {}

    /** In how many days the disk is down to its floor, if as much is recorded as lately and nothing goes; empty: unknown. */
    public OptionalLong daysUntilFull() {
        if (disk == null || bytesPerDay == 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(0, disk.free() - floor) / bytesPerDay);
    }

    /** What stays free whatever happens: with less than this, no recording starts. */
    public long least() {
        return disk == null ? 0 : leastOn(disk);
    }

    static long leastOn(Disk disk) {
        return Math.min(50_000_000, disk.total() / 8);
    }
}
