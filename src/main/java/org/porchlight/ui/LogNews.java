package org.porchlight.ui;

import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.porchlight.recording.RecordingChanged;
import org.porchlight.recording.SnapshotKept;
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

    private final Set<Runnable> readers = new CopyOnWriteArraySet<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicLong changes = new AtomicLong();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("log-news").daemon().factory());

    LogNews(Viewings viewings) {
        thread.scheduleWithFixedDelay(
                () -> {
                    if (!readers.isEmpty() && !viewings.open().isEmpty()) {
                        changes.incrementAndGet();
                        tell();
                    }
                },
                TIME_PASSES_SECONDS,
                TIME_PASSES_SECONDS,
                TimeUnit.SECONDS);
    }

    /** The reader is called on a thread of its own and must not block. */
    Registration subscribe(Runnable reader) {
        readers.add(reader);
        return () -> readers.remove(reader);
    }

    /** How much has happened until now. A page that was drawn since the last of it need not be drawn again. */
    long changes() {
        return changes.get();
    }

    @EventListener({
        ViewingBegan.class,
        ViewingEnded.class,
        ViewingDeleted.class,
        ViewingNoted.class,
        ViewingTakenBack.class,
        RecordingChanged.class,
        SnapshotKept.class
    })
    void changed() {
        changes.incrementAndGet();
        if (!readers.isEmpty() && !thread.isShutdown() && due.compareAndSet(false, true)) {
            thread.schedule(this::tell, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        due.set(false);
        for (Runnable reader : readers) {
            try {
                reader.run();
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
