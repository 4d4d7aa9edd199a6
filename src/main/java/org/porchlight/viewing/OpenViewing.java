package org.porchlight.viewing;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A viewing that goes on. Its own lock orders what may not overlap: starting a recording, and the end, which nothing may
 * follow. A sign of life takes no lock.
 */
class OpenViewing {

    private final Viewing viewing;
    private volatile String sessionId;
    private final AtomicLong pictures = new AtomicLong();
    private final AtomicLong pictureBytes = new AtomicLong();
    private volatile long seenMillis;
    private long writtenMillis;
    private @Nullable EndReason ended;

    OpenViewing(Viewing viewing, String sessionId) {
        this.viewing = viewing;
        this.sessionId = sessionId;
        seenMillis = viewing.startedAt().toEpochMilli();
        writtenMillis = seenMillis;
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

    void seen(long millis) {
        seenMillis = millis;
    }

    void delivered(int bytes) {
        pictures.incrementAndGet();
        pictureBytes.addAndGet(bytes);
    }

    Delivery delivery() {
        return new Delivery(pictures.get(), pictureBytes.get());
    }

    Instant lastSeen() {
        return Instant.ofEpochMilli(seenMillis);
    }

    /** Whether there is a sign of life that is not in the row yet; only the sweeper asks. */
    boolean takeUnwritten() {
        long seen = seenMillis;
        boolean unwritten = seen != writtenMillis;
        writtenMillis = seen;
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
