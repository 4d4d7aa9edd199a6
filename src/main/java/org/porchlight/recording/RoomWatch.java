package org.porchlight.recording;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.porchlight.recording.RecordingFolder.Trouble;
import org.porchlight.settings.InRounds;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.settings.SettingsChanged;
import org.porchlight.settings.Sweeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Looks each second, on a thread of its own, whether recordings can be written, and tells of it when that changes. What runs ends
 * in good order while it still can; what is to be recorded goes on as soon as there is room, or the disk is back.
 */
@Service
public class RoomWatch implements InRounds {

    private static final Logger log = LoggerFactory.getLogger(RoomWatch.class);
    private static final Duration ROUND = Duration.ofSeconds(1);

    /** What failed although nothing seems wrong, or is not any more, is tried again less and less often. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RecordingFolder folder;
    private final Recorders recorders;
    private final ApplicationEventPublisher events;
    private final Sweeper sweeper = new Sweeper("room-watch", ROUND, this::look);
    private volatile @Nullable Trouble trouble;
    private Duration pause = SHORTEST_PAUSE;
    private long attemptNanos = System.nanoTime() - LONGEST_PAUSE.toNanos();

    RoomWatch(RecordingFolder folder, Recorders recorders, ApplicationEventPublisher events) {
        this.folder = folder;
        this.recorders = recorders;
        this.events = events;
    }

    /** Why nothing can be recorded now; empty when it can be. A look into memory. */
    public Optional<Sentence> problem() {
        return Optional.ofNullable(trouble).map(Trouble::sentence);
    }

    /** Whether another disk lies where the recordings' own should be, or none: {@link #acceptDisk} would take it. */
    public boolean isOtherDisk() {
        Trouble now = trouble;
        return now != null && now.otherDisk();
    }

    /**
     * The disk that lies at the recordings folder now is the right one from now on: the one before is lost, or was replaced.
     *
     * @throws CannotRecord when it cannot be written
     */
    @OwnersOnly
    public void acceptDisk() throws CannotRecord {
        folder.accept();
        look();
    }

    /** A folder that was chosen just now lies on the right disk, whatever was there before. */
    @EventListener
    void on(SettingsChanged changed) {
        if (!changed.before().recordingsFolder().equals(changed.after().recordingsFolder())) {
            try {
                folder.accept();
            } catch (CannotRecord e) {
                log.warn("The recordings folder was chosen, but: {}", e.sentence());
            }
        }
    }

    synchronized void look() {
        Trouble before = trouble;
        Trouble now = folder.trouble();
        trouble = now;
        Sentence sentence = now == null ? null : now.sentence();
        if (now != null && now.endsWhatRuns()) {
            recorders.endIn(folder.current(), now.sentence());
        }
        if (!Objects.equals(sentence, before == null ? null : before.sentence())) {
            if (sentence == null) {
                log.info("Recordings can be written again");
            } else {
                log.warn("Nothing can be recorded: {}", sentence);
            }
            events.publishEvent(new RoomChanged(sentence));
        } else if (sentence == null && recorders.lackRoom() && attemptIsDue()) {
            events.publishEvent(new RoomChanged(null));
        }
    }

    private boolean attemptIsDue() {
        long sinceNanos = System.nanoTime() - attemptNanos;
        if (sinceNanos > 2 * LONGEST_PAUSE.toNanos()) {
            pause = SHORTEST_PAUSE;
        }
        if (sinceNanos < pause.toNanos()) {
            return false;
        }
        attemptNanos = System.nanoTime();
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        return true;
    }

    @Override
    public Sweeper rounds() {
        return sweeper;
    }
}
