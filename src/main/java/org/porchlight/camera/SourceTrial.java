package org.porchlight.camera;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Capture;
import org.porchlight.media.CaptureStatus;
import org.porchlight.media.Cursor;
import org.porchlight.media.Packet;
import org.porchlight.media.Source;
import org.porchlight.settings.Ticker;

/** A look at a source that is not saved. It is read while its pictures are written somewhere. Safe for any thread. */
public final class SourceTrial implements AutoCloseable {

    /** Of what {@link #writeTo} writes. */
    public static final String CONTENT_TYPE = "multipart/x-mixed-replace;boundary=picture";

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Source source;
    private final Capture capture;
    private final @Nullable Capture ofItsOwn;
    private final Ticker ticker;
    private final long endsNanos;
    private volatile boolean closed;

    /** @param ofItsOwn the same capture where it is this trial's alone, and ends with it */
    SourceTrial(Source source, Capture capture, @Nullable Capture ofItsOwn, Ticker ticker, Duration longest) {
        this.source = source;
        this.capture = capture;
        this.ofItsOwn = ofItsOwn;
        this.ticker = ticker;
        endsNanos = ticker.nanos() + longest.toNanos();
    }

    /** Without passwords. */
    public String display() {
        return source.display();
    }

    /** What comes of it now. */
    public CaptureStatus status() {
        return capture.status();
    }

    /** As {@link Capture#onStatus}. */
    public Capture.Subscription onStatus(Consumer<CaptureStatus> listener) {
        return capture.onStatus(listener);
    }

    /** Whether it was closed, or has lasted for long enough. */
    public boolean isOver() {
        return closed || ticker.nanos() - endsNanos >= 0;
    }

    /**
     * Writes the pictures as they come, until the trial is over or whoever reads has gone.
     *
     * @throws IOException when they cannot be written any more
     */
    public void writeTo(OutputStream out) throws IOException, InterruptedException {
        out.write(ascii("--picture\r\n"));
        try (Cursor pictures = capture.jpeg().fromNewest()) {
            while (!isOver()) {
                Packet picture = pictures.next(PATIENCE);
                if (picture == null) {
                    continue;
                }
                byte[] jpeg = new byte[picture.size()];
                picture.bytes().get(jpeg);
                out.write(ascii("Content-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n"));
                out.write(jpeg);
                out.write(ascii("\r\n--picture\r\n"));
                out.flush();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        if (ofItsOwn != null) {
            ofItsOwn.close();
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
