package org.porchlight.recording;

import java.time.Clock;
import java.time.Duration;
import org.porchlight.settings.ClockTrust;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InRounds;
import org.porchlight.settings.Sweeper;
import org.springframework.stereotype.Component;

/** Removes snapshots that nothing in the log shows any more, and those that are older than recordings are to be. */
@Component
class SnapshotRounds implements InRounds {

    private static final Duration ROUND = Duration.ofMinutes(1);

    private final SnapshotRows rows;
    private final SnapshotFiles files;
    private final HouseSettings settings;
    private final ClockTrust trust;
    private final Clock clock;
    private final Sweeper sweeper = new Sweeper("snapshots", ROUND, this::round);

    SnapshotRounds(SnapshotRows rows, SnapshotFiles files, HouseSettings settings, ClockTrust trust, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.settings = settings;
        this.trust = trust;
        this.clock = clock;
    }

    /** First what a server that was killed left half done: later, what is unfinished is being written. */
    @Override
    public void start() {
        rows.unfinished().forEach(files::clearUp);
        InRounds.super.start();
    }

    void round() {
        rows.leftBehind().forEach(files::clearUp);
        int days = settings.current().room().days();
        if (days > 0 && trust.isTrusted()) {
            rows.before(clock.instant().minus(Duration.ofDays(days))).forEach(files::clearUp);
        }
    }

    @Override
    public Sweeper rounds() {
        return sweeper;
    }
}
