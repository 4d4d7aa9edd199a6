package org.porchlight.ui;

import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.porchlight.recording.RecordingChanged;
import org.porchlight.recording.SnapshotKept;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.ViewingBegan;
import org.porchlight.viewing.ViewingDeleted;
import org.porchlight.viewing.ViewingEnded;
import org.porchlight.viewing.ViewingNoted;
import org.porchlight.viewing.ViewingTakenBack;
import org.porchlight.viewing.Viewings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells open log pages that the log has changed, at most twice a second however much happens, and while somebody watches now
 * and then for the time that passes.
 */
@Component
class LogNews {

    private static final long GATHER_MILLIS = 500;
    private static final long TIME_PASSES_SECONDS = 15;
    private static final Logger log = LoggerFactory.getLogger(LogNews.class);

    private final Set<Consumer<Gathered>> readers = new CopyOnWriteArraySet<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final Object lock = new Object();
    private long changes;
    private boolean linesChanged;
    private Set<Long> viewings = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("log-news").daemon().factory());

    /**
     * What happened since pages were told last.
     *
     * @param changes how much had happened by then
     * @param lines whether lines came or went
     * @param viewings whose lines are not as they were
     */
    record Gathered(long changes, boolean lines, Set<Long> viewings) {}

    LogNews(Viewings viewings) {
        thread.scheduleWithFixedDelay(
                () -> {
                    List<Long> open = viewings.open().stream().map(Viewing::id).toList();
                    if (!readers.isEmpty() && !open.isEmpty()) {
                        note(false, open);
                        tell();
                    }
                },
                TIME_PASSES_SECONDS,
                TIME_PASSES_SECONDS,
                TimeUnit.SECONDS);
    }

    /** The reader is called on a thread of its own and must not block. */
    Registration subscribe(Consumer<Gathered> reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }

    /** How much has happened until now. A page that was drawn since the last of it need not be drawn again. */
    long changes() {
        synchronized (lock) {
            return changes;
        }
    }

    @EventListener({ViewingBegan.class, ViewingDeleted.class, ViewingTakenBack.class})
    void linesChanged() {
        changed(true, List.of());
    }

    @EventListener
    void on(ViewingEnded end) {
        changed(end.viewing().id());
    }

    @EventListener
    void on(ViewingNoted noted) {
        changed(noted.viewingId());
    }

    @EventListener
    void on(RecordingChanged recording) {
        changed(recording.viewingId());
    }

    @EventListener
    void on(SnapshotKept snapshot) {
        changed(snapshot.viewingId());
    }

    private void changed(long viewing) {
        changed(false, List.of(viewing));
    }

    private void changed(boolean lines, List<Long> which) {
        note(lines, which);
        if (!readers.isEmpty() && !thread.isShutdown() && due.compareAndSet(false, true)) {
            thread.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void note(boolean lines, List<Long> which) {
        synchronized (lock) {
            changes++;
            if (!readers.isEmpty()) {
                linesChanged |= lines;
                viewings.addAll(which);
            }
        }
    }

    private Gathered gathered() {
        synchronized (lock) {
            Gathered gathered = new Gathered(changes, linesChanged, viewings);
            linesChanged = false;
            viewings = new HashSet<>();
            return gathered;
        }
    }

    private void tell() {
        due.set(false);
        Gathered gathered = gathered();
        for (Consumer<Gathered> reader : readers) {
            try {
                reader.accept(gathered);
            } catch (RuntimeException e) {
                log.debug("A log page could not be told of a change; it is gone", e);
                readers.remove(reader);
            }
        }
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
