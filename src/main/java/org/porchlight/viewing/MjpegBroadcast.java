package org.porchlight.viewing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Cursor;
import org.porchlight.media.Packet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each picture of one camera to all its viewers. One thread does it, woken once a picture however many watch; it lives
 * while somebody does and never waits for a viewer. Safe for any thread; its own lock is held for a moment only, never while
 * a viewer is called.
 */
final class MjpegBroadcast {

    private static final Logger log = LoggerFactory.getLogger(MjpegBroadcast.class);

    /** How often viewers are looked after, whether pictures come or not. */
    private static final Duration ROUND = Duration.ofMillis(250);

    private static final Duration LIVE = Duration.ofSeconds(1);

    private final Supplier<Cursor> newestPictures;
    private final MultipartJpeg multipart = new MultipartJpeg();
    private final List<MjpegViewer> viewers = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private MultipartJpeg.@Nullable Part last;

    /** @param newestPictures opens a reader of the camera's newest pictures */
    MjpegBroadcast(Supplier<Cursor> newestPictures) {
        this.newestPictures = newestPictures;
    }

    synchronized void join(MjpegViewer viewer) {
        viewers.add(viewer);
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("mjpeg").start(this::run);
        }
    }

    void leave(MjpegViewer viewer) {
        viewers.remove(viewer);
    }

    /** The newest picture, to be closed by the caller; null where there is none that is still live. */
    synchronized MultipartJpeg.@Nullable Part newest() {
        boolean live = last != null && last.picture().age().compareTo(LIVE) < 0;
        return live ? last() : null;
    }

    /** The last picture, however old, to be closed by the caller; null where none has come yet. */
    synchronized MultipartJpeg.@Nullable Part last() {
        return last == null ? null : last.use();
    }

    private void run() {
        try (Cursor pictures = newestPictures.get()) {
            long lookedAfter = System.nanoTime();
            while (goesOn()) {
                Packet picture = pictures.next(ROUND);
                if (picture != null) {
                    handOut(picture);
                }
                long now = System.nanoTime();
                if (now - lookedAfter >= ROUND.toNanos()) {
                    lookedAfter = now;
                    viewers.forEach(viewer -> viewer.lookAfter(now));
                }
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            log.error("The live picture could not be sent; its viewers have to ask again", e);
            abandon();
        }
    }

    private void handOut(Packet picture) {
        try (MultipartJpeg.Part part = multipart.part(picture)) {
            remember(part.use());
            for (MjpegViewer viewer : viewers) {
                viewer.offer(part);
            }
        }
    }

    private synchronized void remember(MultipartJpeg.@Nullable Part part) {
        if (last != null) {
            last.close();
        }
        last = part;
    }

    /** Whether somebody watches; once nobody does, the next viewer starts another thread. */
    private synchronized boolean goesOn() {
        if (viewers.isEmpty()) {
            remember(null);
            thread = null;
        }
        return thread != null;
    }

    private void abandon() {
        List<MjpegViewer> abandoned;
        synchronized (this) {
            remember(null);
            thread = null;
            abandoned = List.copyOf(viewers); // who joins from now on has a thread of their own
        }
        abandoned.forEach(MjpegViewer::end);
    }
}
