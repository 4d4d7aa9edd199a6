package org.porchlight.recording;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.Recording.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts in order at the start what a crash left behind: recordings that were being written get their true length, deletes that
 * were begun are finished. Which rows they are is read before anything new can be recorded; the files, which may be long, are
 * then measured on a thread of its own, so that the start does not wait for them.
 */
@Component
class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final RecordingRows rows;
    private final RecordingEngine engine;
    private final ApplicationEventPublisher events;
    private @Nullable Thread thread;

    Settlement(RecordingRows rows, RecordingEngine engine, ApplicationEventPublisher events) {
        this.rows = rows;
        this.engine = engine;
        this.events = events;
    }

    @PostConstruct
    void begin() {
        List<Recording> deleting = rows.in(State.DELETING);
        List<Recording> recording = rows.in(State.RECORDING);
        if (!deleting.isEmpty() || !recording.isEmpty()) {
            thread = Thread.ofPlatform().name("settlement").daemon().start(() -> settle(deleting, recording));
        }
    }

    @PreDestroy
    void end() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void settle(List<Recording> deleting, List<Recording> recording) {
        for (Recording one : deleting) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                Files.deleteIfExists(RecordingFolder.locate(one));
                rows.delete(one.id());
                events.publishEvent(new RecordingChanged(one.viewingId()));
            } catch (IOException | RuntimeException e) {
                log.warn(
                        "Recording {} was being deleted, but its file cannot be removed: {}", one.id(), e.getMessage());
            }
        }
        for (Recording one : recording) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                settle(one);
                events.publishEvent(new RecordingChanged(one.viewingId()));
            } catch (RuntimeException e) {
                log.error("Recording {} could not be settled", one.id(), e);
            }
        }
    }

    private void settle(Recording one) {
        if (!Files.isDirectory(one.folder())) {
            // Its disk may come back: the next start tries again.
            log.warn("Recording {} is not settled: its folder {} is not there", one.id(), one.folder());
            rows.problem(one.id(), "The folder " + one.folder() + " is not there. Connect its disk and start again.");
            return;
        }
        try {
            settle(
                    rows,
                    engine,
                    one.id(),
                    RecordingFolder.locate(one),
                    one.startedAt(),
                    0,
                    RecordingEnd.SERVER_STOPPED,
                    "The server stopped while it was recorded.");
        } catch (IOException e) {
            log.warn("Recording {} is lost: {}", one.id(), e.getMessage());
            rows.finished(
                    one.id(),
                    State.FAILED,
                    RecordingEnd.SERVER_STOPPED,
                    null,
                    Duration.ZERO,
                    0,
                    0,
                    "Its file cannot be read.");
        }
    }

    /** Writes what became of a file that was not finished as it should be. */
    static void settle(
            RecordingRows rows,
            RecordingEngine engine,
            String id,
            Path file,
            @Nullable Instant firstPicture,
            long gaps,
            RecordingEnd why,
            String problem) {
        try {
            Duration length = engine.measure(file);
            rows.finished(id, State.RECOVERED, why, firstPicture, length, Files.size(file), gaps, problem);
            log.info("Recording {} was cut off; {} ms of it are kept", id, length.toMillis());
        } catch (IOException e) {
            rows.finished(
                    id,
                    State.FAILED,
                    why,
                    firstPicture,
                    Duration.ZERO,
                    0,
                    0,
                    problem + " Nothing of it can be played.");
            log.warn("Recording {} was cut off and nothing of it can be played: {}", id, e.getMessage());
        }
    }
}
