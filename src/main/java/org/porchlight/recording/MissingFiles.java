package org.porchlight.recording;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks, on a thread of its own after the start, whether every recording still has its file: one that somebody removed or that a
 * disk lost says so in the log, until the file is back. Where a disk is away nothing is said; its files are looked for when it
 * is back.
 */
@Component
class MissingFiles {

    /** What such a recording says. */
    static final Sentence SENTENCE = Sentence.of("recording.fileMissing");

    private static final int AT_ONCE = 500;
    private static final Logger log = LoggerFactory.getLogger(MissingFiles.class);

    private final RecordingRows rows;
    private final RecordingFolder folder;
    private final ApplicationEventPublisher events;
    private volatile boolean somethingWasAway;
    private @Nullable Thread thread;

    MissingFiles(RecordingRows rows, RecordingFolder folder, ApplicationEventPublisher events) {
        this.rows = rows;
        this.folder = folder;
        this.events = events;
    }

    @EventListener
    void on(RoomChanged changed) {
        if (changed.problem() == null && somethingWasAway) {
            begin();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        if (thread != null && thread.isAlive()) {
            return;
        }
        somethingWasAway = false;
        thread = Thread.ofPlatform().name("missing-files").daemon().start(this::look);
    }

    /** For a test. */
    void awaitLooked() throws InterruptedException {
        if (thread != null) {
            thread.join();
        }
    }

    @PreDestroy
    void end() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void look() {
        folder.sweep();
        folder.markThoseOfBefore();
        String last = "";
        List<Recording> some;
        do {
            some = rows.withFileAfter(last, AT_ONCE);
            for (Recording recording : some) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                try {
                    look(recording);
                } catch (IOException | RuntimeException e) {
                    log.warn("The file of recording {} cannot be looked for: {}", recording.id(), e.getMessage());
                }
                last = recording.id();
            }
        } while (!some.isEmpty());
    }

    private void look(Recording recording) throws IOException {
        if (!Files.isDirectory(recording.folder())) {
            somethingWasAway = true;
            return;
        }
        Path file = RecordingFolder.locate(recording);
        boolean there = Files.exists(file);
        if (there == recording.isFinished()) {
            return;
        }
        if (!there && !isMissing(recording, file)) {
            somethingWasAway = true;
            return;
        }
        boolean changed = there ? rows.found(recording.id(), Files.size(file)) : rows.missing(recording);
        if (changed) {
            log.warn("The file {} of recording {} is {}", file, recording.id(), there ? "back" : "missing");
            events.publishEvent(new RecordingChanged(recording.viewingId()));
        }
    }

    /** Its disk has to be there before and after the look: it may be mounted, or taken away, at any moment. */
    private boolean isMissing(Recording recording, Path file) {
        return folder.isThere(recording.folder()) && Files.notExists(file) && folder.isThere(recording.folder());
    }
}
