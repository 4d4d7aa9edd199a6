package org.porchlight.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Mp4Recorder;
import org.porchlight.media.Mp4Recorder.Cause;
import org.porchlight.media.Mp4Recorder.Result;
import org.porchlight.media.Sentence;

/** Cameras driven by hand. */
public class FakeEngine implements RecordingEngine {

    /** A file that is being written. */
    public static class Writing {
        public final long cameraId;
        public final Path file;
        public final Duration preRoll;
        public final boolean patient;
        final Mp4Recorder.Listener listener;
        public boolean stopAsked;

        @Nullable
        Instant firstPicture;

        Writing(long cameraId, Path file, Duration preRoll, boolean patient, Mp4Recorder.Listener listener) {
            this.cameraId = cameraId;
            this.file = file;
            this.preRoll = preRoll;
            this.patient = patient;
            this.listener = listener;
        }

        public void firstPicture(Instant at) throws IOException {
            firstPicture = at;
            Files.writeString(file, "a picture");
            listener.started(at);
        }

        public void end(Cause cause, Duration length) {
            listener.ended(new Result(cause, null, firstPicture, length, 1000, 0));
        }

        public void cannotEncode(String sentence) {
            listener.ended(new Result(
                    Cause.ENCODING_FAILED, Sentence.asItStands(sentence), firstPicture, Duration.ZERO, 0, 3));
        }

        public void fail(String sentence) {
            listener.ended(
                    new Result(Cause.WRITE_FAILED, Sentence.asItStands(sentence), firstPicture, Duration.ZERO, 0, 0));
        }
    }

    public final List<Writing> files = new ArrayList<>();
    public boolean picture = true;
    public boolean stopsAtOnce;
    public int stills;
    public @Nullable IOException refuses;
    /** Null: nothing in the file can be read. */
    public @Nullable Duration measured = Duration.ofSeconds(7);

    @Override
    public String cameraName(long cameraId) {
        return "Front door";
    }

    @Override
    public boolean hasPicture(long cameraId) {
        return picture;
    }

    @Override
    public Runnable start(long cameraId, Path file, Duration preRoll, boolean patient, Mp4Recorder.Listener listener)
            throws IOException {
        if (refuses != null) {
            throw refuses;
        }
        Writing writing = new Writing(cameraId, file, preRoll, patient, listener);
        files.add(writing);
        return () -> {
            writing.stopAsked = true;
            if (stopsAtOnce) {
                Thread.ofPlatform()
                        .start(() -> writing.end(
                                writing.firstPicture == null ? Cause.NO_PICTURE : Cause.STOPPED,
                                Duration.ofSeconds(3)));
            }
        };
    }

    @Override
    public Duration measure(Path file) throws IOException {
        if (measured == null || !Files.exists(file)) {
            throw new IOException("nothing in it can be read");
        }
        return measured;
    }

    @Override
    public byte[] still(Path file) throws IOException {
        stills++;
        return ("A still of " + Files.readString(file)).getBytes(StandardCharsets.UTF_8);
    }

    public Writing last() {
        return files.getLast();
    }
}
