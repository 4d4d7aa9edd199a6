package org.porchlight.media;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Notices when a camera falls silent, or does not answer, while the capture thread hangs in a native read. Runs only while the camera is open.
 */
final class StallWatch {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final StatusBoard board;
    private volatile @Nullable Thread thread;

    StallWatch(StatusBoard board) {
        this.board = board;
    }

    void start() {
        Thread watch = Thread.ofVirtual().name("stall-watch").unstarted(this::run);
        thread = watch; // first, or it might find that it is not wanted
        watch.start();
    }

    void stop() {
        thread = null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            board.checkStalled(PATIENCE);
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
