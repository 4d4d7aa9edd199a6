package org.porchlight.viewing;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.porchlight.settings.Sweeper;
import org.springframework.stereotype.Component;

/**
 * Breaks off what is written to a reader who does not take it, or whose viewing has ended meanwhile: the thread that writes
 * waits and can do neither. Jetty's idle time-out begins anew with each byte. Safe for any thread.
 */
@Component
class WriteWatch {

    private static final Duration LONGEST_WRITE = Duration.ofMillis(1_400);
    private static final Duration ROUND = Duration.ofMillis(250);

    private final Viewings viewings;
    private final Set<Writer> writers = ConcurrentHashMap.newKeySet();
    private final Sweeper sweeper = new Sweeper("slow-readers", ROUND, this::look);

    WriteWatch(Viewings viewings) {
        this.viewings = viewings;
        sweeper.start();
    }

    /** Watches over what is written for a viewing, until the answer is closed. */
    Writer over(long viewing, ViewerSocket socket) {
        Writer writer = new Writer(viewing, socket);
        writers.add(writer);
        return writer;
    }

    private void look() {
        long now = System.nanoTime();
        writers.forEach(writer -> writer.look(now));
    }

    @PreDestroy
    void stop() {
        sweeper.stop();
    }

    /** One reader's writes, told by the thread that does them. */
    final class Writer implements AutoCloseable {

        private final long viewing;
        private final ViewerSocket socket;
        private volatile boolean writing;
        private volatile long sinceNanos;

        private Writer(long viewing, ViewerSocket socket) {
            this.viewing = viewing;
            this.socket = socket;
        }

        void begins() {
            sinceNanos = System.nanoTime();
            writing = true;
        }

        void ends() {
            writing = false;
        }

        private void look(long nowNanos) {
            if (writing && (nowNanos - sinceNanos > LONGEST_WRITE.toNanos() || !viewings.isOpen(viewing))) {
                socket.abort(new IOException("The reader is too slow for live pictures"));
            }
        }

        @Override
        public void close() {
            writers.remove(this);
        }
    }
}
