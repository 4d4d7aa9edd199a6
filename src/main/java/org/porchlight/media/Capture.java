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
import org.porchlight.media.CaptureStatus.Encoding;
import org.porchlight.media.Demuxer.Demuxed;
import org.porchlight.media.Transcoder.Target;
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

    /**
     * What the rings hold beside the pre-roll: a keyframe before it, and time for a recording that begins there to catch up.
     */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    /** Keyframes may lie so far apart; H.264 is small. */
    private static final Duration LONGEST_GOP = Duration.ofSeconds(5);

    /** As much as a camera sends that gives 30 large JPEGs a second, and a quarter more. */
    private static final long BYTES_A_SECOND = 3L << 20;

    /** A device without a picture for so long is opened anew; network sources have their own, equal time-out. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(5);

    /** A silent device is not left alone for longer than that: nothing but its pictures tells that it is well again. */
    private static final Duration SILENT_AGAIN = Duration.ofMillis(500);

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final PacketRing camera = new PacketRing(0, 0);
    private final PacketStream jpeg = new PacketStream(new PacketRing(0, 0), this::start);
    private final PacketStream fragments = new PacketStream(new PacketRing(0, 0), this::start);
    private final PacketStream h264 = new PacketStream(new PacketRing(0, 0), this::start, fragments::wanted);
    private final EncoderChoice encoders = new EncoderChoice();
    private final DerivedStream toJpeg =
            new DerivedStream("JPEG", camera, jpeg, () -> new Transcoder(Target.JPEG, encoders, jpeg.ring()));
    private final DerivedStream toH264 =
            new DerivedStream("H.264", camera, jpeg, h264, () -> new Transcoder(Target.H264, encoders, h264.ring()));
    private final DerivedStream toFragments =
            new DerivedStream("live MP4", h264.ring(), fragments, () -> new Fragmenter(fragments.ring()));
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
    /** Pictures that were broken before one that was thinned out; only touched by the capture's thread. */
    private int lostAndThinned;

    /** A capture that opens {@code source} when somebody reads it. */
    public static Capture of(Source source, CaptureWishes wishes) {
        return new Capture(source, wishes);
    }

    private Capture(Source source, CaptureWishes wishes) {
        this.source = source;
        this.wishes = wishes;
        this.grid = new FrameGrid(wishes.framesPerSecond());
        this.board = new StatusBoard(wishes.framesPerSecond(), this::encoding);
        this.stallWatch = new StallWatch(board);
        keep(Duration.ZERO);
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

    /**
     * Keeps what the camera sends for so long, so that recordings can begin before they are asked for; 15 s at most. That
     * costs memory: three megabytes a second are the bound, in which raw pictures last for a moment only (see {@link Feed}).
     */
    public void keep(Duration preRoll) {
        long micros = TimeUnit.NANOSECONDS.toMicros(preRoll.plus(MARGIN).toNanos());
        long bytes = preRoll.plus(MARGIN).toSeconds() * BYTES_A_SECOND;
        camera.hold(bytes, micros);
        jpeg.ring().hold(bytes, micros);
        h264.ring().hold(bytes, micros + TimeUnit.SECONDS.toMicros(LONGEST_GOP.toSeconds()));
        fragments.ring().hold(MARGIN.toSeconds() * BYTES_A_SECOND, TimeUnit.SECONDS.toMicros(MARGIN.toSeconds()));
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

    private Encoding encoding() {
        return new Encoding(encoders.words(), jpeg.problem() != null ? jpeg.problem() : h264.problem());
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
        BackOff backOff = new BackOff(() -> ThreadLocalRandom.current().nextDouble());
        String told = null;
        for (Attempt attempt = nextAttempt(); attempt != null; attempt = nextAttempt()) {
            String problem = read(attempt);
            if (attempt.sawPictures) {
                backOff.reset();
                told = null;
            }
            if (problem != null && !attempt.interrupt.cancelled()) {
                if (!problem.equals(told)) {
                    log.warn("No picture from {}: {} Trying again until it is back.", attempt.source, problem);
                    told = problem;
                }
                Duration wait = attempt.silent ? SILENT_AGAIN : backOff.next();
                if (isBackAfterWait(attempt, problem, wait)) {
                    backOff.reset();
                }
            }
        }
    }

    /** One connection, from opening to its end. */
    private static final class Attempt {
        private final Source source;
        private final CaptureWishes wishes;
        private final Interrupt interrupt = new Interrupt();
        private boolean sawPictures;
        private boolean silent;

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
            jpeg.problem(null);
            h264.problem(null);
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
                } else if (intake.refuses()) {
                    board.pictureBroken();
                }
                if (now - lastPictureNanos > SILENT_FOR.toNanos()) {
                    attempt.silent = true;
                    return board.silence();
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

    private void publish(Packet given) {
        board.pictureGiven(given);
        StreamFormat format = given.format();
        if (format.standAlone() && !grid.keeps(given.ptsMicros())) {
            lostAndThinned += given.lostBefore();
            return;
        }
        Packet packet = given.afterLosing(lostAndThinned);
        lostAndThinned = 0;
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

    /**
     * Waits for the next attempt; not that long where the source, which was gone, seems to be there again.
     *
     * @return whether it seems so
     */
    private boolean isBackAfterWait(Attempt failed, String problem, Duration wait) {
        board.waiting(problem, Instant.now().plus(wait));
        long due = System.nanoTime() + wait.toNanos();
        boolean wasThere = failed.source.seemsThere();
        while (waits(Math.min(due - System.nanoTime(), LOOK_EVERY_NANOS))) {
            if (!wasThere && failed.source.seemsThere()) {
                return true;
            }
        }
        return false;
    }

    /** Waits so long; false when there is nothing left to wait for. */
    private boolean waits(long nanos) {
        lock.lock();
        try {
            if (nanos > 0 && !waitNoLonger && wanted()) {
                changed.awaitNanos(nanos);
            }
            return nanos > 0 && !waitNoLonger && wanted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
