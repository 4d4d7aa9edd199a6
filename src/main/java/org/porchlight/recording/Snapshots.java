package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.porchlight.settings.MembersOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The single pictures in the log, each beside the viewing in which it was taken. Safe for any thread. */
@Service
@MembersOnly
public class Snapshots {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    private final SnapshotRows rows;
    private final SnapshotFiles files;
    private final ApplicationEventPublisher events;

    Snapshots(SnapshotRows rows, SnapshotFiles files, ApplicationEventPublisher events) {
        this.rows = rows;
        this.files = files;
        this.events = events;
    }

    /**
     * Keeps a picture beside a viewing: it is on the disk when this returns.
     *
     * @throws CannotRecord with a sentence that says why it cannot be kept
     */
    public Snapshot keep(long viewingId, byte[] jpeg, Instant takenAt) throws CannotRecord {
        Snapshot kept = files.keep(viewingId, jpeg, takenAt);
        events.publishEvent(new SnapshotKept(viewingId));
        return kept;
    }

    /** The pictures beside these viewings, the oldest first. Touches no disk. */
    public Map<Long, List<Snapshot>> of(Collection<Long> viewings) {
        return rows.of(viewings).stream().collect(Collectors.groupingBy(Snapshot::viewingId));
    }

    /** The file of a picture; empty when there is none, when its viewing is in the trash, or its disk is not there. */
    public Optional<Path> file(String id) {
        return rows.find(id).flatMap(Snapshots::file);
    }

    private static Optional<Path> file(Snapshot snapshot) {
        try {
            return Optional.of(RecordingFolder.locate(snapshot.folder(), snapshot.file()))
                    .filter(Files::isReadable);
        } catch (IOException e) {
            log.debug("The file of snapshot {} is not to be had: {}", snapshot.id(), e.toString());
            return Optional.empty();
        }
    }

    /**
     * Deletes all pictures beside a viewing for good.
     *
     * @throws CannotDelete when one cannot be removed; those before it are gone then
     */
    public void deleteOf(long viewingId) throws CannotDelete {
        for (Snapshot snapshot : rows.of(List.of(viewingId))) {
            files.remove(snapshot);
        }
    }
}
