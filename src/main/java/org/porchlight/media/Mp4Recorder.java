package org.porchlight.media;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes a stream of H.264 into one hybrid MP4 from a thread of its own. */
public final class Mp4Recorder implements AutoCloseable {
    public static Mp4Recorder start(PacketStream h264, Path file, Listener listener) throws IOException {
        throw new UnsupportedOperationException();
    }
    /** Told on the recorder's thread. */
    public interface Listener {
        default void started(Instant firstPicture) {}

        void ended(Result result);
    }

    public record Result(
            Cause cause,
            @Nullable String sentence,
            @Nullable Instant firstPicture,
            Duration length,
            long bytes,
            long gaps) {}

    public enum Cause {
        STOPPED,
        STREAM_CHANGED,
        WRITE_FAILED,
        NO_PICTURE
    }

    public void stop() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    public static Duration measure(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }
}
