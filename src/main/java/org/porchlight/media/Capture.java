package org.porchlight.media;

import java.util.function.Consumer;

/** The one reader of a camera. */
public final class Capture implements AutoCloseable {
    public static Capture of(Source source, CaptureWishes wishes) {
        throw new UnsupportedOperationException();
    }

    public void reconfigure(Source source, CaptureWishes wishes) {
        throw new UnsupportedOperationException();
    }

    public PacketStream jpeg() {
        throw new UnsupportedOperationException();
    }

    public PacketStream h264() {
        throw new UnsupportedOperationException();
    }

    public CaptureStatus status() {
        throw new UnsupportedOperationException();
    }
    /** Tells of each change of the status, on a thread of the engine: must not block. Close the answer to stop. */
    public Subscription onStatus(Consumer<CaptureStatus> listener) {
        throw new UnsupportedOperationException();
    }
    /** Ends a wait between two attempts. */
    public void tryNow() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
    /** Ends what it stands for when it is closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
