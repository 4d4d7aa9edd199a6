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
import org.porchlight.media.Sentence;
import org.porchlight.recording.Recording.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts in order what was cut off: recordings that were being written when the server was killed, or when their disk was taken
 * away, get their true length, at the start and when the disk is back. The files, which may be long, are measured on a thread of
 * its own, so that nobody waits for them.
 */
@Component
class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final RecordingRows rows;
    private final RecordingEngine engine;
    private final RecordingFolder folder;
    private final Recorders recorders;
    private final ApplicationEventPublisher events;
    private @Nullable Thread thread;

    Settlement(
            RecordingRows rows,
            RecordingEngine engine,
            RecordingFolder folder,
            Recorders recorders,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.engine = engine;
        this.folder = folder;
        this.recorders = recorders;
        this.events = events;
    }

    @EventListener
    void on(RoomChanged changed) {
        if (changed.problem() == null) {
            begin();
        }
    }

    /** What is being written is left alone: rows are read before it is asked what is, and a row is there before its file. */
    @PostConstruct
    synchronized void begin() {
        List<Recording> cutOff = rows.in(State.RECORDING).stream()
                .filter(one -> !recorders.isWriting(one.id()))
                .toList();
        if (!cutOff.isEmpty() && (thread == null || !thread.isAlive())) {
            thread = Thread.ofPlatform().name("settlement").daemon().start(() -> settle(cutOff));
        }
    }

    @PreDestroy
    void end() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void settle(List<Recording> cutOff) {
        for (Recording one : cutOff) {
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
        RecordingEnd ended = one.ended();
        RecordingEnd why = ended == null ? RecordingEnd.SERVER_STOPPED : ended;
        if (!folder.isThere(one.folder())) {
            log.warn("Recording {} is not settled: the disk with {} is not there", one.id(), one.folder());
            rows.waitsForItsDisk(one.id(), why, Sentence.of("recording.diskAway", one.folder()));
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
                    why,
                    Sentence.of(
                            why == RecordingEnd.SERVER_STOPPED ? "recording.serverStopped" : "recording.diskTaken"));
        } catch (IOException e) {
            log.warn("Recording {} is lost: {}", one.id(), e.getMessage());
            rows.finished(one.id(), State.FAILED, why, null, Duration.ZERO, 0, 0, Sentence.of("recording.unreadable"));
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
            Sentence problem) {
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
                    Sentence.of("recording.nothingPlays", problem));
            log.warn("Recording {} was cut off and nothing of it can be played: {}", id, e.getMessage());
        }
    }
}
