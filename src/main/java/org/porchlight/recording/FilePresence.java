package org.porchlight.recording;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Whether the files of recordings are there, as far as somebody looked. Whoever reads rows has their files looked after, on a
 * thread of its own, since a disk may take its time; when that finds something else than was known, it is told. Safe for any
 * thread.
 */
@Component
class FilePresence {

    private final RecordingRows rows;
    private final ApplicationEventPublisher events;
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("file-presence").daemon().factory());

    FilePresence(RecordingRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    /** Whether the file was not there when somebody last looked; a look into memory. */
    boolean isGone(Recording recording) {
        return gone.contains(recording.id());
    }

    /** Has the files of those that can be played looked after, soon. */
    void lookAfter(Collection<Recording> recordings) {
        List<Recording> some = recordings.stream()
                .filter(recording -> recording.isPlayable() && waiting.add(recording.id()))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        try {
            thread.execute(() -> some.forEach(this::look));
        } catch (RejectedExecutionException e) {
            // The server stops: nobody reads the answer.
            some.forEach(recording -> waiting.remove(recording.id()));
        }
    }

    private void look(Recording recording) {
        if (thread.isShutdown()) {
            return;
        }
        waiting.remove(recording.id());
        boolean there = isThere(recording) || isElsewhereByNow(recording);
        boolean changed = there ? gone.remove(recording.id()) : gone.add(recording.id());
        if (changed) {
            events.publishEvent(new RecordingChanged(recording.viewingId()));
        }
    }

    /** It may have been moved to another folder, or deleted, since its row was read. */
    private boolean isElsewhereByNow(Recording recording) {
        return rows.find(recording.id())
                .map(now -> !now.isPlayable() || isThere(now))
                .orElse(true);
    }

    private static boolean isThere(Recording recording) {
        try {
            return Files.isReadable(RecordingFolder.locate(recording));
        } catch (IOException e) {
            return false;
        }
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }
}
