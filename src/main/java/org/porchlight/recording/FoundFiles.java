package org.porchlight.recording;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.porchlight.media.Sentence;
import org.porchlight.settings.OwnersOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files in the folders of recordings that no row knows: of a log that was lost, of another computer. They are looked for on a
 * thread of its own, once at the start and whenever an owner wishes; what was found is kept in memory. One file is dealt with at a
 * time; nobody who waits for that holds the database. Safe for any thread.
 */
@Service
public class FoundFiles {

    private static final Logger log = LoggerFactory.getLogger(FoundFiles.class);

    /** As recorders name files: {@code yyyy-MM-dd/<id>.mp4}. */
    private static final Pattern OWN_NAME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.mp4");

    private final FoundFileSearch search;
    private final RecordingRows rows;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;
    private final Errand looking = new Errand("found-files", this::look);
    private volatile FoundNow now = FoundNow.NOTHING_YET;

    FoundFiles(
            FoundFileSearch search,
            RecordingRows rows,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            ZoneId zone) {
        this.search = search;
        this.rows = rows;
        this.transaction = transaction;
        this.events = events;
        this.zone = zone;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        begin();
    }

    /** What was found; a look into memory. */
    @OwnersOnly
    public FoundNow now() {
        return now;
    }

    /** Looks again, in the background; not twice at a time. */
    @OwnersOnly
    public void lookAgain() {
        begin();
    }

    private void begin() {
        show(now.looking(true));
        looking.ask();
    }

    private void look() {
        FoundNow found = now.looking(false);
        try {
            found = search.look(found);
        } finally {
            show(found);
        }
    }

    private void show(FoundNow found) {
        now = found;
        events.publishEvent(new FoundFilesChanged());
    }

    /**
     * Deletes a found file, for good.
     *
     * @throws FoundFileTrouble with a sentence, when it is in the log by now, or cannot be removed
     */
    @OwnersOnly
    public synchronized void delete(FoundFile found) throws FoundFileTrouble {
        try {
            Files.delete(stillFound(found));
        } catch (IOException e) {
            throw trouble("found.notDeleted", found, e);
        }
        show(now.without(found));
        events.publishEvent(new FoundFileDeleted(found));
    }

    /**
     * Makes a found file a recording of a viewing that is written for it: the file takes the name that a recording has, then both
     * rows are written in one transaction. Where that is not reached any more, it is found again.
     *
     * @param viewing writes it, and answers its id
     * @return that id
     * @throws FoundFileTrouble with a sentence, when it is in the log by now, or cannot be renamed; nothing is written then
     */
    @OwnersOnly
    public synchronized long adopt(FoundFile found, String cameraName, LongSupplier viewing) throws FoundFileTrouble {
        String id = ownId(found).orElseGet(() -> UUID.randomUUID().toString());
        String way = dayOf(found) + "/" + id + ".mp4";
        try {
            Path file = stillFound(found);
            Path place = RecordingFolder.locate(found.folder(), way);
            if (!place.equals(file)) {
                Files.createDirectories(place.getParent());
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw trouble("found.notTaken", found, e);
        }
        long viewingId = Objects.requireNonNull(transaction.execute(status -> {
            long written = viewing.getAsLong();
            rows.adopt(id, written, cameraName, way, found);
            return written;
        }));
        show(now.without(found));
        events.publishEvent(new RecordingChanged(viewingId));
        return viewingId;
    }

    /** The id that it had when this log still knew it, or the log that it comes from. */
    private Optional<String> ownId(FoundFile found) {
        return Optional.of(OWN_NAME.matcher(found.file()))
                .filter(Matcher::matches)
                .map(name -> name.group(2))
                .filter(id -> rows.find(id).isEmpty());
    }

    /** The day of the folder that it lies in, if it does; else that on which it began. */
    private String dayOf(FoundFile found) {
        Matcher name = OWN_NAME.matcher(found.file());
        return name.matches()
                ? name.group(1)
                : LocalDate.ofInstant(found.begin(), zone).toString();
    }

    private Path stillFound(FoundFile found) throws IOException {
        if (!rows.known(found.folder(), List.of(found.file())).isEmpty()) {
            throw new FileAlreadyExistsException(found.file());
        }
        return RecordingFolder.locate(found.folder(), found.file());
    }

    private FoundFileTrouble trouble(String otherwise, FoundFile found, IOException e) {
        Sentence sentence = Sentence.of(
                switch (e) {
                    case NoSuchFileException gone -> "found.gone";
                    case FileAlreadyExistsException known -> "found.known";
                    default -> otherwise;
                });
        log.warn("The found file {} in {}: {} ({})", found.file(), found.folder(), sentence, e.toString());
        begin();
        return new FoundFileTrouble(sentence, e);
    }

    @PreDestroy
    void end() {
        looking.end();
    }
}
