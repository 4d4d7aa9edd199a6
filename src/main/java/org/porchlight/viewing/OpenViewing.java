package org.porchlight.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A viewing that goes on. Its own lock orders what may not overlap: starting a recording, and the end, which nothing may
 * follow. A sign of life takes no lock.
 */
class OpenViewing {

    private volatile Viewing viewing;
    private final long beganNanos;
    private volatile String sessionId;
    private final AtomicLong pictures = new AtomicLong();
    private final AtomicLong pictureBytes = new AtomicLong();
    private volatile long seenNanos;
    private long writtenNanos;
    private @Nullable EndReason ended;

    /** @param nanos when it begins, by the ticker, as in all that follows */
    OpenViewing(Viewing viewing, String sessionId, long nanos) {
        this.viewing = viewing;
        this.sessionId = sessionId;
        beganNanos = nanos;
        seenNanos = nanos;
        writtenNanos = nanos;
    }

    Viewing viewing() {
        return viewing;
    }

    String sessionId() {
        return sessionId;
    }

    void sessionMoved(String from, String to) {
        if (sessionId.equals(from)) {
            sessionId = to;
        }
    }

    void seen(long nanos) {
        seenNanos = nanos;
    }

    void delivered(int bytes) {
        pictures.incrementAndGet();
        pictureBytes.addAndGet(bytes);
    }

    Delivery delivery() {
        return new Delivery(pictures.get(), pictureBytes.get());
    }

    long seenNanos() {
        return seenNanos;
    }

    Instant lastSeen() {
        return at(seenNanos);
    }

    /** What the clock on the wall says at that moment, if nobody has set it since this began: so its length is true. */
    Instant at(long nanos) {
        return viewing.startedAt().plusMillis(TimeUnit.NANOSECONDS.toMillis(nanos - beganNanos));
    }

    /** The clock was set: by the new time, this began at another one. */
    void clockStepped(Duration by) {
        viewing = viewing.moved(by);
    }

    /** Whether there is a sign of life that is not in the row yet; only the sweeper asks. */
    boolean takeUnwritten() {
        long seen = seenNanos;
        boolean unwritten = seen != writtenNanos;
        writtenNanos = seen;
        return unwritten;
    }

    /** True for the one caller that ends it. Hold this object's lock. */
    boolean end(EndReason why) {
        if (ended != null) {
            return false;
        }
        ended = why;
        return true;
    }

    /** Hold this object's lock. */
    boolean hasEnded() {
        return ended != null;
    }
}
