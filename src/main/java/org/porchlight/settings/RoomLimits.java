package org.porchlight.settings;

import org.jspecify.annotations.Nullable;

/**
 * How long recordings stay, and how much of the disk they may take. Immutable.
 *
 * @param days recordings that are older go; 0: none is ever too old
 * @param mostBytes what all recordings together may take; 0: there is no limit
 * @param leastFreeBytes what stays free on their disk; null: as much as an hour of recording takes, 1 GiB at least
 * @param trashDays how long what was deleted can be taken back; 0: it is gone at once
 */
public record RoomLimits(int days, long mostBytes, @Nullable Long leastFreeBytes, int trashDays) {

    /** What holds until an owner changes it: 30 days, no limit, an automatic floor, 7 days in the trash. */
    public static RoomLimits defaults() {
        return new RoomLimits(30, 0, null, 7);
    }
}
