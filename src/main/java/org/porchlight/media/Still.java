package org.porchlight.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Demuxer.Demuxed;

/** A small picture out of a video file, to know it by. */
public final class Still {

    /** By then whoever pressed the button has what they pressed it for in the picture: a recording may begin before the click. */
    private static final long NOT_LATER_MICROS = TimeUnit.SECONDS.toMicros(6);

    private static final int ONE_A_SECOND = 1;

    private Still() {}

    /**
     * A JPEG of a picture some seconds into the file, or from its middle where it is short. Takes some ten milliseconds of decoding;
     * for a platform thread.
     *
     * @param width of the JPEG, in pixels; its height follows
     * @throws IOException when no picture can be made of the file
     */
    public static byte[] of(Path video, int width) throws IOException {
        FFmpegDemuxer demuxer =
                FFmpegDemuxer.openFirst(List.of(DemuxerOptions.file(video)), video.toString(), new Interrupt());
        try (demuxer;
                Decoder decoder = new Decoder(demuxer.format())) {
            demuxer.goTo(Math.min(demuxer.lengthMicros() / 2, NOT_LATER_MICROS));
            return encode(firstWhole(demuxer, decoder), width);
        } catch (EOFException e) {
            throw new IOException("There is no whole picture in " + video + ".", e);
        }
    }

    private static AVFrame firstWhole(FFmpegDemuxer demuxer, Decoder decoder) throws IOException {
        long number = 0;
        while (true) {
            Demuxed read = demuxer.read();
            if (read == null || read.bytes().length == 0) {
                continue;
            }
            try {
                decoder.send(new Packet(demuxer.format(), read.key(), number, number, read.bytes()));
                number++;
                AVFrame picture = decoder.receive();
                if (picture != null) {
                    return picture;
                }
            } catch (BrokenPicture e) {
                // The next one may be well.
            }
        }
    }

    private static byte[] encode(AVFrame picture, int width) throws IOException {
        int height = Math.max(2, Math.toIntExact((long) picture.height() * width / picture.width()));
        try (Encoder encoder = new Encoder(EncoderKind.MJPEG, picture, ONE_A_SECOND, width, height)) {
            encoder.send(picture.pts(0));
            @Nullable Packet jpeg = encoder.receive();
            if (jpeg == null) {
                throw new IOException("The encoder gave no picture.");
            }
            return jpeg.array();
        }
    }
}
