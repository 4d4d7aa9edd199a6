package org.porchlight.recording;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is done on a thread of its own when somebody asks for it: once, however many ask before it begins. For what disks may
 * hold up. Safe for any thread.
 */
final class Errand {

    private static final Logger log = LoggerFactory.getLogger(Errand.class);

    private final Runnable work;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService thread;

    Errand(String name, Runnable work) {
        this.work = work;
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Has it done; answers at once. */
    void ask() {
        if (!thread.isShutdown() && waiting.compareAndSet(false, true)) {
            thread.execute(this::run);
        }
    }

    private void run() {
        waiting.set(false);
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!thread.isShutdown()) { // else what it works with may be closed already
                log.error("{} failed", Thread.currentThread().getName(), e);
            }
        }
    }

    /** Nothing is begun any more. */
    void end() {
        thread.shutdownNow();
    }
}
