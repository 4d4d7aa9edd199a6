package org.porchlight.media;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream that is made of another one, once for all its readers, on a thread of its own that lives only while somebody wants
 * the result.
 */
final class DerivedStream implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DerivedStream.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final String name;
    private final PacketRing input;
    private final PacketStream output;
    private final Supplier<Maker> makers;
    private volatile boolean closed;
    private @Nullable Thread thread;
    private long restartNanos = System.nanoTime();

    /** Makes packets of packets. Made, used and closed on one thread. */
    interface Maker extends AutoCloseable {

        /** Takes the next packet and publishes what comes of it. */
        void pass(Packet packet);

        @Override
        void close();
    }

    /** @param name what is made, for the thread and for the log */
    DerivedStream(String name, PacketRing input, PacketStream output, Supplier<Maker> makers) {
        this.name = name;
        this.input = input;
        this.output = output;
        this.makers = makers;
    }

    /** Called for each packet of the input: starts the work when somebody wants it. */
    void runIfWanted() {
        if (output.wanted()) {
            startOnce();
        }
    }

    private synchronized void startOnce() {
        if (thread == null && !closed && System.nanoTime() - restartNanos >= 0) {
            thread = Thread.ofPlatform().daemon().name("make-" + name).start(this::run);
        }
    }

    /** Whether the thread goes on; once it does not, another may start, and finds nothing of this one. */
    private synchronized boolean goesOn() {
        boolean goesOn = !closed && output.wanted();
        if (!goesOn) {
            thread = null;
            output.ring().clear();
        }
        return goesOn;
    }

    private synchronized void failed() {
        thread = null;
        restartNanos = System.nanoTime() + AFTER_FAILURE.toNanos();
    }

    private void run() {
        FFmpeg.load();
        try (Cursor packets = new Cursor(input, input.startFor(PacketStream.nowMicros()), false, () -> {});
                Maker maker = makers.get()) {
            while (goesOn()) {
                Packet packet = packets.next(PATIENCE);
                if (packet != null) {
                    maker.pass(packet);
                }
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            log.error("Making {} of the camera's picture failed; trying again soon.", name, e);
            failed();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
