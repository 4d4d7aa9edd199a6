package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillTest {

    @TempDir
    Path folder;

    @Test
    void aRecordingGivesASmallPictureOfItsShape() throws IOException {
        BufferedImage picture = picture(recording());
        assertThat(picture.getWidth()).isEqualTo(480);
        assertThat(picture.getHeight()).isEqualTo(270);
        assertThat(picture.getRGB(10, 10)).as("not one colour alone").isNotEqualTo(picture.getRGB(240, 200));
    }

    @Test
    void whatAKilledServerLeavesGivesOneToo() throws IOException {
        Path left = folder.resolve("left.mp4");
        try (Capture door = Capture.of(Source.parse("demo"), new CaptureWishes(640, 360, 30));
                Mp4Recorder recorder =
                        Mp4Recorder.start(door.h264(), folder.resolve("recording.mp4"), Duration.ZERO, result -> {})) {
            awaitSize(folder.resolve("recording.mp4"));
            Files.copy(folder.resolve("recording.mp4"), left);
        }
        assertThat(picture(left).getWidth()).isEqualTo(480);
    }

    @Test
    void aFileWithoutAPictureIsSaidToHaveNone() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "nothing to see");
        assertThatThrownBy(() -> Still.of(text, 480)).isInstanceOf(IOException.class);
    }

    private static BufferedImage picture(Path video) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Still.of(video, 480)));
    }

    private Path recording() throws IOException {
        Path file = folder.resolve("recording.mp4");
        try (Capture door = Capture.of(Source.parse("demo"), new CaptureWishes(640, 360, 30));
                Mp4Recorder recorder = Mp4Recorder.start(door.h264(), file, Duration.ZERO, result -> {})) {
            awaitSize(file);
        }
        return file;
    }

    private static void awaitSize(Path file) {
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(file) && Files.size(file) > 100_000);
    }
}
