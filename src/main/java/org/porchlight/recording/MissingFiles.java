package org.porchlight.recording;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks once, on a thread of its own after the start, whether every recording still has its file: one that somebody removed or that a
 * disk lost says so in the log, until the file is back. Where the whole folder is missing, its disk is, and nothing is said.
 */
@Component
class MissingFiles {

    /** What such a recording says. */
    static final String SENTENCE = "Its file is missing: it was removed outside Porchlight, or the disk lost it.";

    private static final int AT_ONCE = 500;
    private static final Logger log = LoggerFactory.getLogger(MissingFiles.class);

    private final RecordingRows rows;
    private final ApplicationEventPublisher events;
    private @Nullable Thread thread;

    MissingFiles(RecordingRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
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
            return;
        }
        Path file = RecordingFolder.locate(recording);
        boolean there = Files.exists(file);
        if (there == recording.isFinished()) {
            return;
        }
        boolean changed = there ? rows.found(recording.id(), Files.size(file)) : rows.missing(recording);
        if (changed) {
            log.warn("The file {} of recording {} is {}", file, recording.id(), there ? "back" : "missing");
            events.publishEvent(new RecordingChanged(recording.viewingId()));
        }
    }
}
