package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    /** Brighter than television's white, which a conversion to its range would take away. */
    private static final int BRIGHT = 250;

    private static final int BLUE = 90;
    private static final int RED = 160;

    private final List<AVFrame> frames = new ArrayList<>();
    /** The one that this build's FFmpeg brings. */
    private final EncoderKind inSoftware = new EncoderChoice(
                    List.of(EncoderKind.X264, EncoderKind.OPEN_H264), new EncoderTrial(), Duration.ofSeconds(10))
            .of(WIDTH, HEIGHT);

    private long ptsMicros;

    @AfterEach
    void free() {
        frames.forEach(frame -> av_frame_free(frame));
    }

    @ParameterizedTest
    @ValueSource(ints = {AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUVJ422P})
    void h264HasTheColoursOfTheJpegsItIsMadeOf(int pixelFormat) throws Exception {
        AVFrame jpeg = jpeg(pixelFormat);
        try (Encoder encoder = new Encoder(inSoftware, jpeg, 10)) {
            Shown shown = encoded(encoder, jpeg);

            assertThat(shown.range).isEqualTo(AVCOL_RANGE_JPEG);
            assertThat(shown.matrix).isEqualTo(AVCOL_SPC_SMPTE170M);
            assertThat(shown.bright).isCloseTo(BRIGHT, within(2));
            assertThat(shown.blue).isCloseTo(BLUE, within(2));
            assertThat(shown.red).isCloseTo(RED, within(2));
            assertThat(jpeg.linesize(1))
                    .as("the picture itself is as it was")
                    .isEqualTo(pictureOf(pixelFormat).linesize(1));
        }
    }

    @Test
    void rawPicturesAfterJpegsAreAsBright() throws Exception {
        AVFrame jpeg = jpeg(AV_PIX_FMT_YUVJ422P);
        AVFrame white = pictureOf(AV_PIX_FMT_BGR24);
        fill(white, 0, HEIGHT, 255);
        try (Encoder encoder = new Encoder(inSoftware, jpeg, 10)) {
            Shown shown = encoded(encoder, jpeg, white);

            assertThat(shown.bright).isCloseTo(255, within(2));
            assertThat(shown.blue).isCloseTo(128, within(2));
        }
    }

    @Test
    void h264SaysOfItsColoursWhatItsSourceSays() throws Exception {
        AVFrame television = pictureOf(AV_PIX_FMT_YUV420P);
        paint(television);
        television.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_BT709);
        television.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709);
        AVFrame silent = pictureOf(AV_PIX_FMT_YUV420P);
        paint(silent);
        try (Encoder ofTelevision = new Encoder(inSoftware, television, 10);
                Encoder ofSilent = new Encoder(inSoftware, silent, 10)) {
            Shown shown = encoded(ofTelevision, television);
            assertThat(shown.matrix).isEqualTo(AVCOL_SPC_BT709);
            assertThat(shown.range).isNotEqualTo(AVCOL_RANGE_JPEG);
            assertThat(shown.red).isCloseTo(RED, within(2));

            assertThat(encoded(ofSilent, silent).matrix).isEqualTo(AVCOL_SPC_UNSPECIFIED);
        }
    }

    @Test
    void jpegsSayWhatTheirColoursMean() throws Exception {
        AVFrame painted = jpeg(AV_PIX_FMT_YUVJ420P);
        try (Encoder encoder = new Encoder(EncoderKind.MJPEG, painted, 10)) {
            Shown shown = encoded(encoder, painted);

            assertThat(shown.range).isEqualTo(AVCOL_RANGE_JPEG);
            assertThat(shown.matrix).isEqualTo(AVCOL_SPC_SMPTE170M);
            assertThat(shown.bright).isCloseTo(BRIGHT, within(2));
        }
    }

    /** What a player gets to see in the middle of a picture. */
    private record Shown(int range, int matrix, int bright, int blue, int red) {}

    /** What is seen of the last of these pictures. */
    private Shown encoded(Encoder encoder, AVFrame... pictures) throws IOException {
        Shown shown = null;
        Decoder decoder = null;
        for (AVFrame picture : pictures) {
            encoder.send(picture.pts(ptsMicros += 100_000));
            Packet packet = Objects.requireNonNull(encoder.receive());
            decoder = decoder == null ? new Decoder(packet.format()) : decoder;
            decoder.send(packet);
            shown = shown(Objects.requireNonNull(decoder.receive()));
        }
        Objects.requireNonNull(decoder).close();
        return Objects.requireNonNull(shown);
    }

    private static Shown shown(AVFrame frame) {
        return new Shown(
                frame.color_range(),
                frame.colorspace(),
                middle(frame, 0, HEIGHT),
                middle(frame, 1, HEIGHT / 2),
                middle(frame, 2, HEIGHT / 2));
    }

    private static int middle(AVFrame frame, int plane, int lines) {
        return frame.data(plane).get((long) frame.linesize(plane) * (lines / 2) + WIDTH / 8) & 0xFF;
    }

    /** A picture as the decoder makes it of a JPEG. */
    private AVFrame jpeg(int pixelFormat) throws IOException {
        AVFrame painted = pictureOf(pixelFormat);
        paint(painted);
        painted.color_range(AVCOL_RANGE_JPEG);
        painted.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709).colorspace(AVCOL_SPC_SMPTE170M);
        return painted;
    }

    private AVFrame pictureOf(int pixelFormat) throws IOException {
        AVFrame picture = av_frame_alloc();
        frames.add(picture);
        picture.format(pixelFormat).width(WIDTH).height(HEIGHT);
        FFmpeg.check(av_frame_get_buffer(picture, 0), "engine.noMemory");
        return picture;
    }

    private static void paint(AVFrame picture) {
        int linesOfColour = picture.format() == AV_PIX_FMT_YUVJ422P ? HEIGHT : HEIGHT / 2;
        fill(picture, 0, HEIGHT, BRIGHT);
        fill(picture, 1, linesOfColour, BLUE);
        fill(picture, 2, linesOfColour, RED);
    }

    private static void fill(AVFrame picture, int plane, int lines, int value) {
        BytePointer data = picture.data(plane);
        for (long at = 0; at < (long) picture.linesize(plane) * lines; at++) {
            data.put(at, (byte) value);
        }
    }
}
