package org.porchlight.media;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes the camera's packets and encodes them as JPEG or H.264, with a decoder and an encoder for the present format, made
 * anew when that changes. Pictures that cannot be decoded are left out, and the next packet says so. For one thread.
 */
final class Transcoder implements DerivedStream.Maker {

    /** What is made. */
    enum Target {
        JPEG,
        H264
    }

    private static final Logger log = LoggerFactory.getLogger(Transcoder.class);

    /** A camera may give a broken picture now and then; one that gives nothing else for so long has a problem. */
    private static final long LONGEST_BROKEN_MICROS = TimeUnit.SECONDS.toMicros(5);

    private static final long LONGEST_STEP_MICROS = TimeUnit.SECONDS.toMicros(1);
    private static final long NOT_BROKEN = Long.MAX_VALUE;

    private final Target target;
    private final EncoderChoice encoders;
    private final PacketRing output;
    private @Nullable StreamFormat format;
    private @Nullable Decoder decoder;
    private @Nullable Encoder encoder;
    private long beginMicros = Long.MIN_VALUE;
    private long lastEncodedMicros = Long.MIN_VALUE;
    private long brokenSinceMicros = NOT_BROKEN;
    private long lost;
    private boolean keyNeeded;

    Transcoder(Target target, EncoderChoice encoders, PacketRing output) {
        this.target = target;
        this.encoders = encoders;
        this.output = output;
    }

    @Override
    public void beginAt(long ptsMicros) {
        beginMicros = ptsMicros;
    }

    @Override
    public void pass(Packet packet) throws IOException {
        if (targetIs(packet.format())) {
            return;
        }
        lost += packet.lostBefore();
        if (packet.format() != format) {
            begin(packet);
        }
        // What depends on a picture that is missing would be shown smeared.
        keyNeeded |= packet.lostBefore() > 0 && !packet.format().standAlone();
        if (keyNeeded && !packet.key()) {
            lost++;
        } else {
            keyNeeded = false;
            decode(packet);
        }
    }

    private void begin(Packet packet) throws IOException {
        if (!isTheSameStream(packet)) {
            closeEncoder();
        }
        closeDecoder();
        format = packet.format();
        brokenSinceMicros = NOT_BROKEN;
        decoder = new Decoder(packet.format());
    }

    /** The step from the JPEGs of the past to the raw pictures of the present begins nothing new, see {@link Feed}. */
    private boolean isTheSameStream(Packet packet) {
        StreamFormat before = format;
        return before != null
                && before.jpeg()
                && packet.format().raw()
                && packet.ptsMicros() - lastEncodedMicros < LONGEST_STEP_MICROS;
    }

    private void decode(Packet packet) throws IOException {
        Decoder present = decoder;
        if (present == null) {
            return;
        }
        try {
            present.send(packet);
            for (AVFrame picture = present.receive(); picture != null; picture = present.receive()) {
                brokenSinceMicros = NOT_BROKEN;
                encode(picture, packet.format().expectedRate());
            }
        } catch (BrokenPicture e) {
            lost++;
            keyNeeded = !packet.format().standAlone();
            if (brokenSinceMicros == NOT_BROKEN) {
                log.warn("Pictures of this camera are left out: {}", e.getMessage());
                brokenSinceMicros = packet.ptsMicros();
            } else if (packet.ptsMicros() - brokenSinceMicros > LONGEST_BROKEN_MICROS) {
                throw new EngineFailure(Sentence.of("engine.notDecoded"), e);
            }
        }
    }

    private void encode(AVFrame picture, int expectedRate) throws IOException {
        long ptsMicros = picture.pts();
        if (ptsMicros < beginMicros || ptsMicros <= lastEncodedMicros) {
            return;
        }
        Encoder present = encoder;
        if (present == null || !present.fits(picture)) {
            closeEncoder();
            present = newEncoder(picture, expectedRate);
            encoder = present;
        }
        lastEncodedMicros = ptsMicros;
        try {
            present.send(picture);
            for (Packet packet = present.receive(); packet != null; packet = present.receive()) {
                output.publish(packet.afterLosing(lost));
                lost = 0;
            }
        } catch (IOException e) {
            encoders.failed(present.kind());
            throw e;
        }
    }

    private Encoder newEncoder(AVFrame picture, int expectedRate) throws IOException {
        EncoderKind kind =
                target == Target.JPEG ? EncoderKind.MJPEG : encoders.of(picture.width() & ~1, picture.height() & ~1);
        try {
            return new Encoder(kind, picture, expectedRate);
        } catch (IOException e) {
            encoders.failed(kind);
            throw e;
        }
    }

    /** Such packets were published as they are: the camera was changed while this ran. */
    private boolean targetIs(StreamFormat camera) {
        return target == Target.JPEG ? camera.jpeg() : camera.plainH264();
    }

    private void closeEncoder() {
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }

    private void closeDecoder() {
        if (decoder != null) {
            decoder.close();
            decoder = null;
        }
    }

    @Override
    public void close() {
        closeEncoder();
        closeDecoder();
    }
}
