package org.porchlight.media;

import java.io.IOException;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes the camera's packets and encodes them as JPEG or H.264, with a decoder and an encoder for the present format, made
 * anew when that changes. For one thread.
 */
final class Transcoder implements DerivedStream.Maker {

    private static final Logger log = LoggerFactory.getLogger(Transcoder.class);

    private final Encoder.Target target;
    private final PacketRing output;
    private @Nullable StreamFormat format;
    private @Nullable Decoder decoder;
    private @Nullable Encoder encoder;
    private boolean told;

    Transcoder(Encoder.Target target, PacketRing output) {
        this.target = target;
        this.output = output;
    }

    @Override
    public void pass(Packet packet) {
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
            output.publish(encoded);
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
