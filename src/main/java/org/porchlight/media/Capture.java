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

    /** A device without a picture for so long is opened anew; network sources have their own, equal time-out. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(5);

    /** A silent device is not left alone for longer than that: nothing but its pictures tells that it is well again. */
    private static final Duration SILENT_AGAIN = Duration.ofMillis(500);

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Streams streams = new Streams(this::start);
    private final StatusBoard board;
    private final StallWatch stallWatch;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Source source;
    private CaptureWishes wishes;
    private @Nullable Thread thread;
    private @Nullable Interrupt connection;
    private volatile boolean closed;
    private volatile boolean resting;
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
        this.board = new StatusBoard(wishes.framesPerSecond(), streams::encoding);
        this.stallWatch = new StallWatch(board);
    }

    /** Each picture as a JPEG: the camera's own, or made for it, once for all. */
    public PacketStream jpeg() {
        return streams.jpeg();
    }

    /** Each picture as H.264: the camera's own, or made for it, once for all. */
    public PacketStream h264() {
        return streams.h264();
    }

    /** Each picture of {@link #h264()} as a fragment of a live MP4, made once for all. */
    public PacketStream fragments() {
        return streams.fragments();
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
        streams.keep(preRoll);
    }

    /**
     * Lets the camera go, whoever reads, and forgets what is kept of it; or ends that rest. Readers stay, and get pictures again
     * after it.
     */
    public void rest(boolean wanted) {
        lock.lock();
        try {
            resting = wanted;
            if (resting) {
                endConnection();
            } else if (streams.wanted()) {
                start();
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
        streams.close();
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
            if (thread == null && !closed && !resting) {
                thread = Thread.ofPlatform().daemon().name("capture").start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        stallWatch.start();
        BackOff backOff = new BackOff(() -> ThreadLocalRandom.current().nextDouble());
        Sentence told = null;
        for (Attempt attempt = nextAttempt(); attempt != null; attempt = nextAttempt()) {
            Sentence problem = read(attempt);
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
            streams.clear();
            board.off();
            return null;
        } finally {
            lock.unlock();
        }
    }

    private boolean wanted() {
        return !closed && !resting && streams.wanted();
    }

    /** Reads until the connection ends; the answer says why, or is null where nobody wants it any more. */
    private @Nullable Sentence read(Attempt attempt) {
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
            return EngineFailure.sentence(e);
        } catch (RuntimeException | Error e) {
            log.error("Reading {} failed unexpectedly.", attempt.source, e);
            return Sentence.of("engine.notRead");
        }
    }

    private void publish(Packet packet) {
        board.pictureGiven(packet);
        if (packet.format().standAlone() && !grid.keeps(packet.ptsMicros())) {
            streams.leaveOut(packet);
            return;
        }
        board.pictureKept(packet);
        streams.publish(packet);
    }

    /**
     * Waits for the next attempt; not that long where the source, which was gone, seems to be there again.
     *
     * @return whether it seems so
     */
    private boolean isBackAfterWait(Attempt failed, Sentence problem, Duration wait) {
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
