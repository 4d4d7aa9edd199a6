package org.porchlight.media;

import java.io.IOException;
import java.time.Duration;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one stream of another, once for all its readers: decodes the camera's packets and encodes them as JPEG or H.264, on a
 * thread of its own that lives only while somebody wants the result.
 */
final class Transcoder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Transcoder.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Encoder.Target target;
    private final PacketRing input;
    private final PacketStream output;
    private volatile boolean closed;
    private @Nullable Thread thread;
    private long restartNanos = System.nanoTime();

    Transcoder(Encoder.Target target, PacketRing input, PacketStream output) {
        this.target = target;
        this.input = input;
        this.output = output;
    }

    /** Called for each packet that the camera gives in another codec: starts the work when somebody wants it. */
    void runIfWanted() {
        if (output.wanted()) {
            startOnce();
        }
    }

    private synchronized void startOnce() {
        if (thread == null && !closed && System.nanoTime() - restartNanos >= 0) {
            thread = Thread.ofPlatform().daemon().name("encode-" + target).start(this::run);
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
                Pipeline pipeline = new Pipeline()) {
            while (goesOn()) {
                Packet packet = packets.next(PATIENCE);
                if (packet != null) {
                    pipeline.pass(packet);
                }
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            log.error("Making {} of the camera's picture failed; trying again soon.", target, e);
            failed();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** A decoder and an encoder for the present format, made anew when that changes. */
    private final class Pipeline implements AutoCloseable {

        private @Nullable StreamFormat format;
        private @Nullable Decoder decoder;
        private @Nullable Encoder encoder;
        private boolean told;

        void pass(Packet packet) {
            if (targetIs(packet.format())) {
                return;
            }
            try {
                if (packet.format() != format) {
                    close();
                    format = packet.format();
                    told = false;
                    decoder = new Decoder(packet.format());
                }
                if (decoder != null) {
                    decoder.send(packet);
                    for (AVFrame picture = decoder.receive(); picture != null; picture = decoder.receive()) {
                        encode(picture, packet.format().expectedRate());
                    }
                }
            } catch (IOException e) {
                if (!told) {
                    log.warn("Pictures of this camera are left out: {}", e.getMessage());
                    told = true;
                }
            }
        }

        private void encode(AVFrame picture, int expectedRate) throws IOException {
            if (encoder == null || !encoder.fits(picture)) {
                closeEncoder();
                encoder = new Encoder(target, picture, expectedRate);
            }
            Packet encoded = encoder.encode(picture);
            if (encoded != null) {
                output.ring().publish(encoded);
            }
        }

        /** Such packets were published as they are: the camera was changed while this ran. */
        private boolean targetIs(StreamFormat camera) {
            return target == Encoder.Target.JPEG ? camera.jpeg() : camera.plainH264();
        }

        private void closeEncoder() {
            if (encoder != null) {
                encoder.close();
                encoder = null;
            }
        }

        @Override
        public void close() {
            closeEncoder();
            if (decoder != null) {
                decoder.close();
                decoder = null;
            }
        }
    }
}
