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
 *
 * <p>What the system holds back for a reader cannot be taken back, and grows old there when the line is slow. A reader on a line
 * of 50 KB/s takes 0.3 s for what is held of a picture that is written late, so that it sees none older than 2 s.
 */
@Component
class WriteWatch {

    /** A picture so old that is still being written comes too late. */
    private static final Duration TOO_OLD = Duration.ofMillis(1_400);

    /** Whoever begins to read gets old pictures too, which a good line takes at once. */
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private static final Duration ROUND = Duration.ofMillis(250);

    /** A write that waits for so long waits for the line, which counts as slow for a while. */
    private static final Duration HELD_UP = Duration.ofMillis(50);

    private static final Duration SLOW_FOR = Duration.ofSeconds(3);

    /** What the system may hold back: enough for good lines with a long way, and little where that would grow old. */
    private static final int HELD_BYTES = 24 << 10;

    private static final int LEAST_HELD_BYTES = 8 << 10;

    private static final Duration LATE = Duration.ofMillis(500);

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
        private volatile long takenNanos;
        private long heldUpNanos = System.nanoTime() - SLOW_FOR.toNanos();
        private int held;

        private Writer(long viewing, ViewerSocket socket) {
            this.viewing = viewing;
            this.socket = socket;
        }

        /** A picture of that age is about to be written. */
        void begins(Duration age) {
            hold(isSlow() || age.compareTo(LATE) > 0 ? LEAST_HELD_BYTES : HELD_BYTES);
            long now = System.nanoTime();
            sinceNanos = now;
            takenNanos = now - age.toNanos();
            writing = true;
        }

        private void hold(int bytes) {
            if (bytes != held) {
                held = bytes;
                socket.holdAbout(bytes);
            }
        }

        void ends() {
            writing = false;
            long now = System.nanoTime();
            if (now - sinceNanos > HELD_UP.toNanos()) {
                heldUpNanos = now;
            }
        }

        /** Whether the line had to be waited for lately. */
        boolean isSlow() {
            return System.nanoTime() - heldUpNanos < SLOW_FOR.toNanos();
        }

        private void look(long nowNanos) {
            if (writing && (comesTooLate(nowNanos) || !viewings.isOpen(viewing))) {
                socket.abort(new IOException("The reader is too slow for live pictures"));
            }
        }

        private boolean comesTooLate(long nowNanos) {
            return nowNanos - takenNanos > TOO_OLD.toNanos() && nowNanos - sinceNanos > AT_ONCE.toNanos();
        }

        @Override
        public void close() {
            writers.remove(this);
        }
    }
}
