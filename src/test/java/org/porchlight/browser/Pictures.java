package org.porchlight.browser;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;

/** Pictures for cameras of the tests: a bright square that crosses a dark wall in two seconds of 30 pictures each. */
final class Pictures {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private static final int COUNT = 60;

    private Pictures() {}

    /** The pictures in turn, each a JPEG. */
    static List<byte[]> jpegs() throws IOException {
        List<byte[]> jpegs = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(picture(i), "jpg", jpeg);
            jpegs.add(jpeg.toByteArray());
        }
        return jpegs;
    }

    /** The JPEGs one after the other, as many tools read and write them. */
    static Path mjpeg(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (byte[] jpeg : jpegs()) {
                out.write(jpeg);
            }
        }
        return file;
    }

    /** The same as H.264, two seconds long. */
    static Path mp4(Path file) throws IOException {
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT);
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            av_log_set_level(AV_LOG_ERROR);
            recorder.setFormat("mp4");
            recorder.setVideoCodecName("libopenh264");
            recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
            recorder.setFrameRate(30);
            recorder.start();
            for (int i = 0; i < COUNT; i++) {
                recorder.record(converter.convert(picture(i)));
            }
            recorder.stop();
        }
        return file;
    }

    private static BufferedImage picture(int index) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(40, 50, 80));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(250, 190, 90));
        pen.fillRect(index % COUNT * (WIDTH - 200) / COUNT, 260, 200, 200);
        pen.dispose();
        return picture;
    }
}
