package org.porchlight.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a stream of H.264 into one MP4 file, from a thread of its own that reads every packet. The recording begins as long
 * before the moment of {@link #start} as is asked for and kept, and ends with that of {@link #stop}, to a picture. Public
 * methods are safe for any thread.
 */
public final class Mp4Recorder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Mp4Recorder.class);
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** A recording that was stopped while it still caught up with the present is finished when nothing comes for so long. */
    private static final long LAST_PACKET_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

    private final Path file;
    private final Listener listener;
    private final PacketStream stream;
    private final Cursor packets;
    private final long beginMicros;
    private final Thread thread;
    private volatile long endMicros = Long.MAX_VALUE;
    /** Whether the first picture is waited for also while none can be made; the recorder's thread's own. */
    private boolean patient;
    /** Why no packet can come any more; the recorder's thread's own. */
    private @Nullable Sentence trouble;

    /**
     * Starts recording; answers at once. The file is made when the first picture comes.
     *
     * @param preRoll how long before this moment it begins, as far as the camera's packets are kept
     * @throws IOException when there can be no such file
     */
    public static Mp4Recorder start(PacketStream h264, Path file, Duration preRoll, Listener listener)
            throws IOException {
        return start(h264, file, preRoll, false, listener);
    }

    /**
     * The same for a recording that nobody clicked for: it begins with the first picture that comes, however long that takes,
     * also when the camera's pictures cannot be encoded just now.
     */
    public static Mp4Recorder startPatiently(PacketStream h264, Path file, Duration preRoll, Listener listener)
            throws IOException {
        return start(h264, file, preRoll, true, listener);
    }

    private static Mp4Recorder start(PacketStream h264, Path file, Duration preRoll, boolean patient, Listener listener)
            throws IOException {
        if (Files.exists(file)) {
            throw new IOException("The file " + file + " is there already; it is not written over.");
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Mp4Recorder recorder = new Mp4Recorder(h264, file, preRoll, patient, listener);
        recorder.thread.start();
        return recorder;
    }

    private Mp4Recorder(PacketStream h264, Path file, Duration preRoll, boolean patient, Listener listener) {
        this.file = file;
        this.patient = patient;
        this.listener = listener;
        this.stream = h264;
        this.beginMicros = PacketStream.nowMicros() - TimeUnit.NANOSECONDS.toMicros(preRoll.toNanos());
        this.packets = h264.since(preRoll);
        this.thread = Thread.ofPlatform().name("record-" + file.getFileName()).unstarted(this::run);
    }

    /** Told on the recorder's thread. */
    public interface Listener {

        /** The first picture is in the file. */
        default void started(Instant firstPicture) {}

        /** The file is finished and on the disk, or there is none. Nothing follows. */
        void ended(Result result);
    }

    /** Why a recording ended. */
    public enum Cause {
        STOPPED,
        /** The camera came back as another stream, or in another size: to go on, start a new file. */
        STREAM_CHANGED,
        /** The disk is full, or gone: what was written until then is there. */
        WRITE_FAILED,
        /** The camera's pictures cannot be encoded any more: what was written until then is there. */
        ENCODING_FAILED,
        /** It was stopped before the first picture came: there is no file. */
        NO_PICTURE
    }

    /**
     * What came of a recording.
     *
     * @param sentence for people, when something went wrong
     * @param firstPicture when the first picture was taken; null where there was none
     * @param bytes size of the file
     * @param gaps pictures that are missing: they were broken, or could not be read or encoded in time
     */
    public record Result(
            Cause cause,
            @Nullable Sentence sentence,
            @Nullable Instant firstPicture,
            Duration length,
            long bytes,
            long gaps) {}

    /** Asks it to end with the present picture; {@link Listener#ended} follows soon. */
    public void stop() {
        if (endMicros == Long.MAX_VALUE) {
            endMicros = PacketStream.nowMicros();
        }
    }

    /** Stops and waits until the file is finished. Not to be called by the listener. */
    @Override
    public void close() {
        stop();
        Uninterrupted.join(thread);
    }

    /**
     * The true length of a recording, read packet by packet: for one whose end was never written.
     *
     * @throws IOException when nothing in it can be read
     */
    public static Duration measure(Path file) throws IOException {
        return Mp4Length.of(file);
    }

    private void run() {
        Result result;
        try (packets) {
            result = record();
        } catch (InterruptedException e) {
            result = nothing(Cause.NO_PICTURE, null);
        } catch (RuntimeException | Error e) {
            log.error("Recording to {} failed unexpectedly.", file, e);
            result = nothing(Cause.WRITE_FAILED, Sentence.of("engine.recordingFailed"));
        }
        listener.ended(result);
    }

    private Result record() throws InterruptedException {
        Packet first = next();
        if (first == null) {
            return trouble == null ? nothing(Cause.NO_PICTURE, null) : nothing(Cause.ENCODING_FAILED, trouble);
        }
        patient = false;
        long zeroMicros = Math.max(beginMicros, first.ptsMicros());
        Cause cause;
        Sentence sentence = null;
        Mp4Writer writer;
        try {
            writer = new Mp4Writer(file, first.format(), zeroMicros);
        } catch (IOException e) {
            return nothing(Cause.WRITE_FAILED, EngineFailure.sentence(e));
        }
        long missed = packets.missed();
        long lost = 0;
        long bytes;
        try (writer) {
            writer.write(first);
            listener.started(wallTime(zeroMicros));
            Packet packet = next();
            while (packet != null && packet.format() == first.format()) {
                lost += packet.lostBefore() + packets.missed() - missed;
                missed = packets.missed();
                writer.write(packet);
                packet = next();
            }
            writer.finish();
            bytes = writer.bytes();
            cause = packet != null ? Cause.STREAM_CHANGED : trouble != null ? Cause.ENCODING_FAILED : Cause.STOPPED;
            sentence = trouble;
        } catch (IOException e) {
            cause = Cause.WRITE_FAILED;
            sentence = EngineFailure.sentence(e);
            bytes = size();
        }
        return new Result(cause, sentence, wallTime(zeroMicros), writer.length(), bytes, lost);
    }

    /** The next packet up to the moment of stopping; null when that is reached, or when none can come any more. */
    private @Nullable Packet next() throws InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            Packet packet = packets.next(PATIENCE);
            long end = endMicros;
            if (packet != null) {
                trouble = null;
                return packet.ptsMicros() <= end ? packet : null;
            }
            if (end != Long.MAX_VALUE && System.nanoTime() - begin > LAST_PACKET_NANOS) {
                return null;
            }
            trouble = stream.problem();
            if (trouble != null && !patient) {
                return null;
            }
        }
    }

    /** By the clock as it is set now: somebody may have set it since. */
    private static Instant wallTime(long micros) {
        return Instant.now().minusNanos(TimeUnit.MICROSECONDS.toNanos(PacketStream.nowMicros() - micros));
    }

    private Result nothing(Cause cause, @Nullable Sentence sentence) {
        return new Result(cause, sentence, null, Duration.ZERO, 0, 0);
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
