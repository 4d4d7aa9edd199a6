package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.FolderSync;
import org.porchlight.media.Sentence;
import org.porchlight.recording.Recording.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes recordings for good: marks the row, removes the file, then the row, so that each step can be the last. */
@Component
class RecordingRemoval {

    private static final Logger log = LoggerFactory.getLogger(RecordingRemoval.class);

    private final RecordingRows rows;
    private final RecordingFolder folder;
    private final Thumbnails thumbnails;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    RecordingRemoval(
            RecordingRows rows,
            RecordingFolder folder,
            Thumbnails thumbnails,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.folder = folder;
        this.thumbnails = thumbnails;
        this.transaction = transaction;
        this.events = events;
    }

    /** Tries again what was begun when a file could not be removed. */
    void finishDeleting() {
        for (Recording recording : rows.in(State.DELETING)) {
            try {
                delete(recording);
            } catch (CannotDelete e) {
                log.debug("Recording {} still cannot be removed", recording.id(), e);
            }
        }
    }

    /**
     * Deletes one recording for good. Touches the disk.
     *
     * @throws CannotDelete with a sentence, when its disk is not there or does not let it go
     */
    void delete(Recording recording) throws CannotDelete {
        locate(recording);
        if (rows.deleting(recording.id())) {
            remove(recording);
        }
    }

    /** The same for retention. False when somebody wanted something else of it since it was read. */
    boolean prune(Recording asRead, Retention.Why why) throws CannotDelete {
        locate(asRead);
        boolean goes = Boolean.TRUE.equals(transaction.execute(status -> decide(asRead, why)));
        if (goes) {
            remove(asRead);
        }
        return goes;
    }

    private boolean decide(Recording asRead, Retention.Why why) {
        boolean goes = rows.deleting(asRead);
        if (goes) {
            events.publishEvent(new RemovalDecided(asRead, why));
        }
        return goes;
    }

    private void remove(Recording recording) throws CannotDelete {
        // It may have been moved to another folder before it was marked; from now on it is not.
        Path file = locate(rows.find(recording.id()).orElse(recording));
        try {
            Files.deleteIfExists(file);
            FolderSync.nameOf(file);
        } catch (IOException e) {
            log.warn("The file {} cannot be removed: {}", file, e.toString());
            throw new CannotDelete(Sentence.of("recording.notRemoved"), e);
        }
        thumbnails.forget(recording.id());
        rows.delete(recording.id());
        events.publishEvent(new RecordingChanged(recording.viewingId()));
    }

    private Path locate(Recording recording) throws CannotDelete {
        Path file;
        try {
            file = RecordingFolder.locate(recording);
        } catch (NoSuchFileException e) {
            throw notThere(recording, e);
        } catch (IOException e) {
            log.warn("Recording {} is not deleted: {}", recording.id(), e.getMessage());
            throw new CannotDelete(Sentence.of("recording.notPlain"), e);
        }
        if (!folder.isThere(recording.folder())) {
            throw notThere(recording, null);
        }
        return file;
    }

    private static CannotDelete notThere(Recording recording, @Nullable Exception cause) {
        return new CannotDelete(Sentence.of("recording.diskAwayToDelete", recording.folder()), cause);
    }
}
