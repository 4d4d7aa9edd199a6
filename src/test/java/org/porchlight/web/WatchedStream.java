package org.porchlight.web;

import static org.awaitility.Awaitility.await;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A live stream that is read as it comes: how many pictures there are, and how long one is waited for at most. */
final class WatchedStream implements AutoCloseable {

    private static final byte[] BOUNDARY = "--picture".getBytes(StandardCharsets.US_ASCII);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InputStream stream;
    private final AtomicLong pictures = new AtomicLong();
    private final long began;
    private volatile long longestGapNanos;

    /** Returns when it runs. */
    WatchedStream(InputStream stream) {
        this.stream = new BufferedInputStream(stream, 1 << 16);
        Thread.ofVirtual().name("viewer").start(this::read);
        await("pictures").atMost(PATIENCE).until(() -> pictures.get() > 10);
        pictures.set(0);
        longestGapNanos = 0;
        began = System.nanoTime();
    }

    private void read() {
        int matched = 0;
        long last = System.nanoTime();
        try {
            for (int b = stream.read(); b >= 0; b = stream.read()) {
                matched = b == BOUNDARY[matched] ? matched + 1 : b == BOUNDARY[0] ? 1 : 0;
                if (matched == BOUNDARY.length) {
                    matched = 0;
                    long now = System.nanoTime();
                    longestGapNanos = Math.max(longestGapNanos, now - last);
                    last = now;
                    pictures.incrementAndGet();
                }
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    double picturesPerSecond() {
        return pictures.get() / ((System.nanoTime() - began) / 1e9);
    }

    Duration longestGap() {
        return Duration.ofNanos(longestGapNanos);
    }

    /** Waits for another picture. */
    boolean goesOn() {
        long before = pictures.get();
        await("another picture").atMost(PATIENCE).until(() -> pictures.get() > before);
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
