package org.porchlight.media;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream that is made of another one, once for all its readers, on a thread of its own that lives only while somebody wants
 * the result. It begins where its readers want it, which may lie some seconds back, and then catches up.
 */
final class DerivedStream implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DerivedStream.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** A packet that takes longer than that hangs in a driver. */
    private static final Duration LONGEST_PASS = Duration.ofSeconds(5);

    private static final long IDLE = Long.MAX_VALUE;

    private final String name;
    private final PacketRing input;
    private final @Nullable PacketStream past;
    private final PacketStream output;
    private final Supplier<Maker> makers;
    private volatile boolean closed;
    private volatile long busySinceNanos = IDLE;
    private @Nullable Thread thread;
    private long restartNanos = System.nanoTime();
    private long madeUntilMicros = Long.MIN_VALUE;

    /** Makes packets of packets. Made, used and closed on one thread. */
    interface Maker extends AutoCloseable {

        /** Told first: pictures from before that time only come because those after it depend on them. */
        default void beginAt(long ptsMicros) {}

        /**
         * Takes the next packet and publishes what comes of it.
         *
         * @throws IOException when nothing can be made of this stream
         */
        void pass(Packet packet) throws IOException;

        @Override
        void close();
    }

    /** @param name what is made, for the thread and for the log */
    DerivedStream(String name, PacketRing input, PacketStream output, Supplier<Maker> makers) {
        this(name, input, null, output, makers);
    }

    /** @param past the same pictures as JPEG, for when {@code input} does not reach back far enough; see {@link Feed} */
    DerivedStream(
            String name, PacketRing input, @Nullable PacketStream past, PacketStream output, Supplier<Maker> makers) {
        this.name = name;
        this.input = input;
        this.past = past;
        this.output = output;
        this.makers = makers;
    }

    /** Called for each packet of the input: starts the work when somebody wants it, and tells when it hangs. */
    void runIfWanted() {
        if (output.wanted()) {
            startOnce();
        } else {
            forgetProblem();
        }
        long busySince = busySinceNanos;
        if (busySince != IDLE && System.nanoTime() - busySince > LONGEST_PASS.toNanos() && output.problem() == null) {
            output.problem(Sentence.of("engine.encoderSilent", name));
            log.error("Making {} has taken more than {} s for one picture; it hangs.", name, LONGEST_PASS.toSeconds());
        }
    }

    private synchronized void forgetProblem() {
        if (thread == null) {
            output.problem(null);
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
            madeUntilMicros = Long.MIN_VALUE;
            output.ring().clear();
            output.problem(null);
        }
        return goesOn;
    }

    private synchronized void failed(Sentence sentence) {
        thread = null;
        restartNanos = System.nanoTime() + AFTER_FAILURE.toNanos();
        output.problem(sentence);
    }

    private void run() {
        FFmpeg.load();
        Packet present = input.newest();
        long wanted = output.takeWantedFrom();
        long from = Math.max(present == null ? wanted : Math.min(wanted, present.ptsMicros()), madeUntilMicros + 1);
        try (Feed packets = new Feed(input, past, from);
                Maker maker = makers.get()) {
            maker.beginAt(from);
            while (goesOn()) {
                Packet packet = packets.next(PATIENCE);
                if (packet != null) {
                    pass(packet, maker);
                }
            }
        } catch (IOException e) {
            Sentence sentence = EngineFailure.sentence(e);
            if (!sentence.equals(output.problem())) {
                log.warn("Nothing can be made into {}, trying again soon: {}", name, sentence);
            }
            failed(sentence);
        } catch (InterruptedException | RuntimeException | Error e) {
            log.error("Making {} of the camera's picture failed; trying again soon.", name, e);
            failed(Sentence.of("engine.notMade", name));
        }
    }

    private void pass(Packet packet, Maker maker) throws IOException {
        long before = output.ring().end();
        busySinceNanos = System.nanoTime();
        try {
            maker.pass(packet);
        } finally {
            busySinceNanos = IDLE;
        }
        Packet made = output.ring().newest();
        if (made != null && output.ring().end() != before) {
            madeUntilMicros = made.ptsMicros();
            output.problem(null);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
