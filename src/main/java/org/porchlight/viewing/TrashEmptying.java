package org.porchlight.viewing;

import java.time.Clock;
import java.time.Duration;
import org.porchlight.recording.RecordingRemoved;
import org.porchlight.settings.ClockTrust;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InRounds;
import org.porchlight.settings.Sweeper;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes viewings from the trash for good: with the last of their recordings, or without any when their days are over. */
@Component
class TrashEmptying implements InRounds {

    private static final Duration ROUND = Duration.ofMinutes(1);

    private final ViewingRows rows;
    private final HouseSettings settings;
    private final ClockTrust trust;
    private final Clock clock;
    private final Sweeper sweeper = new Sweeper("trash", ROUND, this::empty);

    TrashEmptying(ViewingRows rows, HouseSettings settings, ClockTrust trust, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.trust = trust;
        this.clock = clock;
    }

    @EventListener
    void on(RecordingRemoved removed) {
        if (removed.recording().isTrashed()) {
            rows.deleteFromTrash(removed.recording().viewingId());
        }
    }

    void empty() {
        if (trust.isTrusted()) {
            rows.emptyTrash(clock.instant()
                    .minus(Duration.ofDays(settings.current().room().trashDays())));
        }
    }

    @Override
    public Sweeper rounds() {
        return sweeper;
    }
}
