package org.porchlight.recording;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.porchlight.settings.ClockTrust;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InRounds;
import org.porchlight.settings.Settings;
import org.porchlight.settings.Sweeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Removes what {@link Retention} says must go, on a thread of its own: every minute, and within seconds when less is free than is
 * to be, so that there is room before it is needed. What cannot be removed is tried again the next time, and holds nothing up.
 */
@Service
public class Pruning implements InRounds {

    private static final Logger log = LoggerFactory.getLogger(Pruning.class);
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int BATCH = 200;

    private final RecordingRows rows;
    private final RecordingRemoval removal;
    private final RecordingFolder folder;
    private final RoomMeter meter;
    private final HouseSettings settings;
    private final ClockTrust trust;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Sweeper sweeper = new Sweeper("pruning", LOOK, this::look);

    private volatile boolean stopping;
    private @Nullable Room measured;
    private @Nullable Settings measuredFor;
    private long measuredNanos;

    Pruning(
            RecordingRows rows,
            RecordingRemoval removal,
            RecordingFolder folder,
            RoomMeter meter,
            HouseSettings settings,
            ClockTrust trust,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.removal = removal;
        this.folder = folder;
        this.meter = meter;
        this.settings = settings;
        this.trust = trust;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A recording that goes some day.
     *
     * @param at when, for its age; null: when its room is needed
     */
    public record Upcoming(Recording recording, @Nullable Instant at) {}

    /** What goes next, in this order: so many of the trash at most, then so many of the oldest. Touches the disk. */
    List<Upcoming> upcoming(int limit) {
        Retention retention = retention(meter.measure());
        return rows.removable(limit, away()).stream()
                .map(one -> new Upcoming(one, retention.goesAt(one)))
                .toList();
    }

    /** A round when one is due, when an owner changed something, or when the disk has come below its floor. */
    private void look() {
        Room last = measured;
        if (last == null
                || !settings.current().equals(measuredFor)
                || System.nanoTime() - measuredNanos >= ROUND.toNanos()
                || isLow(last)) {
            prune();
        }
    }

    private static boolean isLow(Room last) {
        Room.Disk before = last.disk();
        Room.Disk now = RoomMeter.disk(last.folder());
        return before != null && now != null && now.free() < last.floor() && now.free() < before.free();
    }

    /** Removes all that must go now. */
    void prune() {
        removal.finishDeleting();
        Map<String, Recording> stuck = new HashMap<>();
        boolean more = true;
        while (more && !stopping) {
            measuredFor = settings.current();
            Room room = meter.measure();
            measured = room;
            measuredNanos = System.nanoTime();
            List<Path> away = away();
            long outOfReach = rows.bytesIn(away)
                    + stuck.values().stream().mapToLong(Recording::bytes).sum();
            List<Recording> candidates = rows.removable(BATCH + stuck.size(), away).stream()
                    .filter(one -> !stuck.containsKey(one.id()))
                    .toList();
            more = remove(retention(room).due(candidates, outOfReach), stuck);
        }
    }

    /** The folders whose disks are not there: nothing of them can be removed now. */
    private List<Path> away() {
        return rows.folders().stream().filter(one -> !folder.isThere(one)).toList();
    }

    private Retention retention(Room room) {
        return new Retention(settings.current().room(), room, trust.isTrusted() ? clock.instant() : null);
    }

    /** Removes them, but no more once the settings have changed. Whether a look at what is left may find more. */
    private boolean remove(List<Retention.Removal> due, Map<String, Recording> stuck) {
        int removed = 0;
        for (Retention.Removal one : due) {
            if (stopping || !settings.current().equals(measuredFor)) {
                return true;
            }
            Recording recording = one.recording();
            try {
                if (removal.prune(recording, one.why())) {
                    removed++;
                    events.publishEvent(new RecordingRemoved(recording));
                }
            } catch (CannotDelete e) {
                log.warn(
                        "Recording {} must go ({}), but cannot be removed: {}",
                        recording.id(),
                        one.why(),
                        e.sentence());
                stuck.put(recording.id(), recording);
            }
        }
        if (removed > 0) {
            log.info(
                    "{} recordings removed, the first {}",
                    removed,
                    due.getFirst().why());
        }
        return !due.isEmpty();
    }

    @Override
    public void start() {
        stopping = false;
        InRounds.super.start();
    }

    @Override
    public void stop() {
        stopping = true;
        InRounds.super.stop();
    }

    @Override
    public Sweeper rounds() {
        return sweeper;
    }
}
