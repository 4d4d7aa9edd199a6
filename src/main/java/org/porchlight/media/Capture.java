package org.porchlight.media;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Demuxer.Demuxed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one reader of a camera, however many look through it. It opens the source with the first reader of one of its streams,
 * goes on trying while the source is missing, and closes it {@link PacketStream#LINGER} after the last reader.
 *
 * <p>One thread reads and publishes, and never waits for a reader. All public methods are safe for any thread and answer at
 * once.
 */
public final class Capture implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Capture.class);

    /** Seconds between two attempts; the last stays. */
    private static final int[] BACK_OFF = {1, 2, 5, 10, 30};

    private static final long RING_BYTES = 24L << 20;
    private static final long RING_MICROS = TimeUnit.SECONDS.toMicros(5);

    /** A device without a picture for so long is opened anew; network sources have their own, equal time-out. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(5);

    private static final long LOOK_FOR_DEVICE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final String SILENT = "The camera is connected but sends no picture.";

    private final PacketRing camera = new PacketRing(RING_BYTES, RING_MICROS);
    private final PacketStream jpeg = new PacketStream(new PacketRing(RING_BYTES, RING_MICROS), this::start);
    private final PacketStream fragments = new PacketStream(new PacketRing(RING_BYTES, RING_MICROS), this::start);
    private final PacketStream h264 =
            new PacketStream(new PacketRing(RING_BYTES, RING_MICROS), this::start, fragments::wanted);
    private final DerivedStream toJpeg =
            new DerivedStream("JPEG", camera, jpeg, () -> new Transcoder(Encoder.Target.JPEG, jpeg.ring()));
    private final DerivedStream toH264 =
            new DerivedStream("H264", camera, h264, () -> new Transcoder(Encoder.Target.H264, h264.ring()));
    private final DerivedStream toFragments =
            new DerivedStream("fragments", h264.ring(), fragments, () -> new Fragmenter(fragments.ring()));
    private final StatusBoard board;
    private final StallWatch stallWatch;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Source source;
    private CaptureWishes wishes;
    private @Nullable Thread thread;
    private @Nullable Interrupt connection;
    private volatile boolean closed;
    private boolean waitNoLonger;
    private volatile FrameGrid grid;

    /** A capture that opens {@code source} when somebody reads it. */
    public static Capture of(Source source, CaptureWishes wishes) {
        return new Capture(source, wishes);
    }

    private Capture(Source source, CaptureWishes wishes) {
        this.source = source;
        this.wishes = wishes;
        this.grid = new FrameGrid(wishes.framesPerSecond());
        this.board = new StatusBoard(wishes.framesPerSecond());
        this.stallWatch = new StallWatch(board, SILENT);
    }

    /** Each picture as a JPEG: the camera's own, or made for it, once for all. */
    public PacketStream jpeg() {
        return jpeg;
    }

    /** Each picture as H.264: the camera's own, or made for it, once for all. */
    public PacketStream h264() {
        return h264;
    }

    /** Each picture of {@link #h264()} as a fragment of a live MP4, made once for all. */
    public PacketStream fragments() {
        return fragments;
    }

    /** What the capture does now, with the frame rate measured now. */
    public CaptureStatus status() {
        return board.status();
    }

    /** Tells of each change of the state, on a thread of the engine: must not block. Close the answer to end it. */
    public Subscription onStatus(Consumer<CaptureStatus> listener) {
        return board.subscribe(listener);
    }

    /** Reads another source, or with other wishes, from now on. Readers stay and see it at once. */
    public void reconfigure(Source newSource, CaptureWishes newWishes) {
        lock.lock();
        try {
            boolean reopen = !newSource.equals(source) || source.reopensFor(wishes, newWishes);
            source = newSource;
            wishes = newWishes;
            grid = new FrameGrid(newWishes.framesPerSecond());
            board.wish(newWishes.framesPerSecond());
            if (reopen) {
                endConnection();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends a wait between two attempts. */
    public void tryNow() {
        lock.lock();
        try {
            endWait();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the camera for good; readers get nothing more. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            endConnection();
        } finally {
            lock.unlock();
        }
        toJpeg.close();
        toH264.close();
        toFragments.close();
    }

    /** Ends what it stands for when it is closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private void endConnection() {
        if (connection != null) {
            connection.cancel();
        }
        endWait();
    }

    private void endWait() {
        waitNoLonger = true;
        changed.signalAll();
    }

    private void start() {
        lock.lock();
        try {
            if (thread == null && !closed) {
                thread = Thread.ofPlatform().daemon().name("capture").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        stallWatch.start();
        int failures = 0;
        String told = null;
        for (Attempt attempt = nextAttempt(); attempt != null; attempt = nextAttempt()) {
            String problem = read(attempt);
            if (attempt.sawPictures) {
                failures = 0;
                told = null;
            }
            if (problem != null && !attempt.interrupt.cancelled()) {
                if (!problem.equals(told)) {
                    log.warn("No picture from {}: {} Trying again until it is back.", attempt.source, problem);
                    told = problem;
                }
                waitBeforeAttempt(attempt, problem, BACK_OFF[Math.min(failures++, BACK_OFF.length - 1)]);
            }
        }
    }

    /** One connection, from opening to its end. */
    private static final class Attempt {
        private final Source source;
        private final CaptureWishes wishes;
        private final Interrupt interrupt = new Interrupt();
        private boolean sawPictures;

        Attempt(Source source, CaptureWishes wishes) {
            this.source = source;
            this.wishes = wishes;
        }
    }

    /** What to open next; null when nobody wants pictures any more, and then this thread is done. */
    private @Nullable Attempt nextAttempt() {
        lock.lock();
        try {
            waitNoLonger = false;
            if (wanted()) {
                Attempt attempt = new Attempt(source, wishes);
                connection = attempt.interrupt;
                return attempt;
            }
            connection = null;
            thread = null;
            stallWatch.stop();
            camera.clear();
            jpeg.ring().clear();
            h264.ring().clear();
            fragments.ring().clear();
            board.off();
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean wanted() {
        return !closed && (jpeg.wanted() || h264.wanted());
    }

    /** Reads until the connection ends; the answer says why in a sentence, or is null where nobody wants it any more. */
    private @Nullable String read(Attempt attempt) {
        board.connecting();
        try (Demuxer demuxer = attempt.source.open(attempt.wishes, attempt.interrupt)) {
            Intake intake = new Intake(demuxer.format());
            long lastPictureNanos = System.nanoTime();
            while (wanted() && !attempt.interrupt.cancelled()) {
                Demuxed demuxed = demuxer.read();
                long now = System.nanoTime();
                Packet packet = demuxed == null ? null : intake.take(demuxed, TimeUnit.NANOSECONDS.toMicros(now));
                if (packet != null) {
                    lastPictureNanos = now;
                    attempt.sawPictures = true;
                    publish(packet);
                } else if (now - lastPictureNanos > SILENT_FOR.toNanos()) {
                    return SILENT;
                }
            }
            return null;
        } catch (IOException e) {
            return e.getMessage();
        } catch (RuntimeException | Error e) {
            log.error("Reading {} failed unexpectedly.", attempt.source, e);
            return "The camera's picture could not be read; the server's log says more.";
        }
    }

    private void publish(Packet packet) {
        board.pictureGiven(packet);
        StreamFormat format = packet.format();
        if (format.standAlone() && !grid.keeps(packet.ptsMicros())) {
            return;
        }
        board.pictureKept(packet);
        camera.publish(packet);
        if (format.jpeg()) {
            jpeg.ring().publish(packet);
        } else {
            toJpeg.runIfWanted();
        }
        if (format.plainH264()) {
            h264.ring().publish(packet);
        } else {
            toH264.runIfWanted();
        }
        toFragments.runIfWanted();
    }

    /** Waits for the next attempt; not that long for a device that has just been plugged in again. */
    private void waitBeforeAttempt(Attempt failed, String problem, int seconds) {
        long nanos =
                TimeUnit.SECONDS.toNanos(seconds) * ThreadLocalRandom.current().nextInt(90, 111) / 100;
        boolean wasMissing = failed.source.missing().isPresent();
        board.waiting(problem, Instant.now().plusNanos(nanos));
        lock.lock();
        try {
            while (nanos > 0 && !waitNoLonger && wanted()) {
                long step = Math.min(nanos, LOOK_FOR_DEVICE_NANOS);
                nanos -= step - changed.awaitNanos(step);
                if (wasMissing && failed.source.missing().isEmpty()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
