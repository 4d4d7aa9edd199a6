package org.porchlight.ui;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.porchlight.camera.CameraAdded;
import org.porchlight.camera.CameraChanged;
import org.porchlight.camera.CameraRemoved;
import org.porchlight.camera.CamerasReordered;
import org.porchlight.camera.ShutterChanged;
import org.porchlight.media.Capture;
import org.porchlight.recording.RecordingChanged;
import org.porchlight.recording.RoomChanged;
import org.porchlight.viewing.ReaderLetGo;
import org.porchlight.viewing.SnapshotTaken;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.ViewingBegan;
import org.porchlight.viewing.ViewingEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wakes every open live page when something may have changed that it shows. Whoever publishes an event, or reads a camera,
 * never waits for a page: pages are woken on threads of their own.
 */
@Component
class LiveNews implements AutoCloseable {

    /** How often a page looks at what nobody announces: the measured frame rate. */
    private static final Duration PULSE = Duration.ofSeconds(2);

    private final List<Page> pages = new CopyOnWriteArrayList<>();

    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-pages").factory());

    LiveNews() {
        pulse.scheduleAtFixedRate(this::wakeAll, PULSE.toMillis(), PULSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        pulse.shutdownNow();
    }

    private record Page(Runnable refresh, Consumer<Viewing> ended, Consumer<Viewing> letGo) {}

    /**
     * Tells a page, on any thread, until the answer is closed.
     *
     * @param refresh something may have changed
     * @param ended a viewing ended, perhaps the page's own; must not block
     * @param letGo the picture of a viewing, perhaps the page's own, was broken off
     */
    Capture.Subscription subscribe(Runnable refresh, Consumer<Viewing> ended, Consumer<Viewing> letGo) {
        Page page = new Page(refresh, ended, letGo);
        pages.add(page);
        return () -> pages.remove(page);
    }

    /** Wakes one page soon, without making the caller wait. */
    void wake(Runnable refresh) {
        Thread.ofVirtual().name("live-page").start(refresh);
    }

    @EventListener({
        ViewingBegan.class,
        RecordingChanged.class,
        RoomChanged.class,
        CameraChanged.class,
        SnapshotTaken.class,
        CameraAdded.class,
        CameraRemoved.class,
        CamerasReordered.class,
        ShutterChanged.class
    })
    void wakeAll() {
        pages.forEach(page -> wake(page.refresh()));
    }

    @EventListener
    void on(ViewingEnded end) {
        pages.forEach(page -> page.ended().accept(end.viewing()));
        wakeAll();
    }

    @EventListener
    void on(ReaderLetGo reader) {
        pages.forEach(page -> wake(() -> page.letGo().accept(reader.viewing())));
    }
}
