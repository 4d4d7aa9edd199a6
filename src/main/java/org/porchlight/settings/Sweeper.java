package org.porchlight.settings;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again on a thread of its own, until it is stopped; what fails is logged and tried again. */
public final class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private volatile @Nullable ScheduledExecutorService thread;

    /**
     * @param name of its thread
     * @param pause between the end of one round and the begin of the next
     */
    public Sweeper(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /** Begins, with the first round after a pause. */
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
        started.scheduleWithFixedDelay(this::run, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    private void run() {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("The work of {} failed; it is tried again", name, e);
        }
    }

    /** No round begins any more; waits a little for the one that is under way. */
    public void stop() {
        ScheduledExecutorService running = thread;
        if (running != null) {
            thread = null;
            running.shutdown();
            try {
                if (!running.awaitTermination(LONGEST_ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("{} is still at work", name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return thread != null;
    }
}
