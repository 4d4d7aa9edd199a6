package org.porchlight.media;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Encodes a second of grey pictures that grow brighter, and decodes what comes out. */
final class EncoderTrial implements EncoderChoice.Trial {

    private static final int PICTURES = 30;

    /** As many must come out: hardware may keep some for itself. */
    private static final int ENOUGH = 5;

    @Override
    public void attempt(EncoderKind kind, int width, int height) throws IOException {
        FFmpeg.load();
        AVFrame picture = av_frame_alloc();
        try {
            picture.format(kind.pixelFormat).width(width).height(height);
            FFmpeg.check(av_frame_get_buffer(picture, 0), "engine.noMemory");
            encode(kind, picture);
        } finally {
            av_frame_free(picture);
        }
    }

    private static void encode(EncoderKind kind, AVFrame picture) throws IOException {
        int decoded = 0;
        Decoder decoder = null;
        try (Encoder encoder = new Encoder(kind, picture, PICTURES)) {
            for (int number = 0; number < PICTURES && decoded < ENOUGH; number++) {
                FFmpeg.check(av_frame_make_writable(picture), "engine.noMemory");
                paint(picture, 16 + 4 * number);
                picture.pts(TimeUnit.SECONDS.toMicros(number) / PICTURES);
                encoder.send(picture);
                for (Packet packet = encoder.receive(); packet != null; packet = encoder.receive()) {
                    if (decoder == null) {
                        decoder = new Decoder(packet.format());
                    }
                    decoder.send(packet);
                    AVFrame shown = decoder.receive();
                    if (shown != null && shown.width() == packet.format().width()) {
                        decoded++;
                    }
                }
            }
        } finally {
            if (decoder != null) {
                decoder.close();
            }
        }
        if (decoded < ENOUGH) {
            throw new IOException("Of " + PICTURES + " pictures only " + decoded + " came out.");
        }
    }

    /** All of the picture in one grey; the planes of the colours hold the same number, whatever that makes of it. */
    private static void paint(AVFrame picture, int grey) {
        for (int plane = 0; plane < 3 && picture.data(plane) != null; plane++) {
            long lines = plane == 0 ? picture.height() : (picture.height() + 1) / 2;
            BytePointer data = picture.data(plane);
            BytePointer.memset(data, plane == 0 ? grey : 128, picture.linesize(plane) * lines);
        }
    }
}
