package org.porchlight.viewing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.porchlight.media.Sentence;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.Snapshots;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The picture that each viewing that goes on saved last, in memory, so that the very same can be kept in the log a moment later.
 * Safe for any thread.
 */
@Service
public class LastSnapshots {

    private final Map<Long, Picture> last = new ConcurrentHashMap<>();
    private final Viewings viewings;
    private final Snapshots snapshots;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LastSnapshots(Viewings viewings, Snapshots snapshots, ApplicationEventPublisher events, Clock clock) {
        this.viewings = viewings;
        this.snapshots = snapshots;
        this.events = events;
        this.clock = clock;
    }

    private record Picture(byte[] jpeg, Taken taken) {}

    /**
     * What a viewing saved last.
     *
     * @param kept whether it is in the log too
     */
    public record Taken(Instant at, boolean kept) {}

    /** The browser of a viewing is given this picture to save. */
    void took(long viewingId, byte[] jpeg) {
        last.put(viewingId, new Picture(jpeg, new Taken(clock.instant(), false)));
        if (viewings.isOpen(viewingId)) {
            events.publishEvent(new SnapshotTaken(viewingId));
        } else {
            last.remove(viewingId); // it ended meanwhile, and nobody comes to remove it
        }
    }

    /** Empty when the viewing has saved none, or is over. */
    public Optional<Taken> of(long viewingId) {
        return Optional.ofNullable(last.get(viewingId)).map(Picture::taken);
    }

    /**
     * Keeps what the viewing saved last in the log. Nothing happens when it is there already.
     *
     * @throws CannotRecord with a sentence that says why it cannot be kept
     */
    public void keep(long viewingId) throws CannotRecord {
        Picture picture = last.get(viewingId);
        if (picture == null) {
            throw new CannotRecord(Sentence.of("viewing.endedSnapshot"));
        }
        if (!picture.taken().kept()) {
            snapshots.keep(viewingId, picture.jpeg(), picture.taken().at());
            Picture kept = new Picture(picture.jpeg(), new Taken(picture.taken().at(), true));
            last.replace(viewingId, picture, kept);
            events.publishEvent(new SnapshotTaken(viewingId));
        }
    }

    @EventListener
    void on(ViewingEnded end) {
        last.remove(end.viewing().id());
    }
}
