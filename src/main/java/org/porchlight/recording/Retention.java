package org.porchlight.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.settings.RoomLimits;

/**
 * Decides what must go, in which order, and why: what was in the trash long enough, what is too old, and, when recordings take
 * too much or too little is free, the trash first and then the oldest. Touches nothing.
 */
public final class Retention {

    /** A recording that says it is older was made while the clock was not set yet: its age is not known. */
    private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    private final RoomLimits limits;
    private final Room room;
    private final @Nullable Instant now;

    /** Why a recording goes. */
    public enum Why {
        /** Nobody took it back from the trash in time. */
        TRASHED_LONG_AGO,
        /** It is older than recordings are to be. */
        TOO_OLD,
        /** All recordings together take more than they may. */
        TOO_MUCH,
        /** Less is free on the disk than is to be. */
        NO_ROOM
    }

    /** A recording that must go. */
    public record Removal(Recording recording, Why why) {}

    /** @param now null when the clock cannot be believed: then nothing goes for its age */
    Retention(RoomLimits limits, Room room, @Nullable Instant now) {
        this.limits = limits;
        this.room = room;
        this.now = now;
    }

    /**
     * Which of these must go.
     *
     * @param candidates in the order in which they go; none that runs, none that is kept unless it is in the trash
     * @param outOfReach bytes of recordings that cannot be removed now: for them, nothing else goes
     */
    List<Removal> due(List<Recording> candidates, long outOfReach) {
        List<Removal> due = new ArrayList<>();
        long tooMuch = limits.mostBytes() == 0 ? 0 : room.recorded() - outOfReach - limits.mostBytes();
        long missing = missing();
        for (Recording one : candidates) {
            boolean sameDisk = one.folder().equals(room.folder());
            Why why = becauseOfAge(one);
            if (why == null && one.bytes() > 0) {
                why = tooMuch > 0 ? Why.TOO_MUCH : missing > 0 && sameDisk ? Why.NO_ROOM : null;
            }
            if (why != null) {
                due.add(new Removal(one, why));
                tooMuch -= one.bytes();
                missing -= sameDisk ? one.bytes() : 0;
            }
        }
        return due;
    }

    /** When a recording goes for its age; null: not for its age. */
    @Nullable
    Instant goesAt(Recording one) {
        Instant trashedAt = one.trashedAt();
        if (trashedAt != null) {
            return trashedAt.plus(Duration.ofDays(limits.trashDays()));
        }
        return one.kept() || limits.days() == 0 || one.begin().isBefore(EARLIEST)
                ? null
                : one.begin().plus(Duration.ofDays(limits.days()));
    }

    private @Nullable Why becauseOfAge(Recording one) {
        Instant goesAt = goesAt(one);
        if (goesAt == null || now == null || now.isBefore(goesAt)) {
            return null;
        }
        return one.isTrashed() ? Why.TRASHED_LONG_AGO : Why.TOO_OLD;
    }

    /**
     * By how much too little is free. When even without all recordings the floor could not be reached, something else fills
     * the disk: then only as much is made free as a recording needs, and where that is out of reach too, nothing.
     */
    private long missing() {
        Room.Disk disk = room.disk();
        if (disk == null) {
            return 0;
        }
        long reachable = disk.free() + room.removable();
        long goal = reachable >= room.floor() ? room.floor() : reachable >= room.least() ? room.least() : 0;
        return goal - disk.free();
    }
}
