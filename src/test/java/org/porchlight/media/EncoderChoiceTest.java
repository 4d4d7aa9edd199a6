package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EncoderChoiceTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<EncoderKind> tried = new ArrayList<>();

    @Test
    void theHardwareIsTakenWhereItWorks() {
        EncoderChoice choice = choice((kind, width, height) -> tried.add(kind), LIMIT);

        assertThat(choice.words()).isNull();
        assertThat(choice.of(1280, 720)).isEqualTo(EncoderKind.HARDWARE);
        assertThat(choice.words()).hasToString("this computer's own, in hardware");
    }

    @Test
    void itIsTriedOnceForEachSize() {
        EncoderChoice choice = choice((kind, width, height) -> tried.add(kind), LIMIT);
        choice.of(1280, 720);
        choice.of(1280, 720);
        choice.of(640, 480);

        assertThat(tried).hasSize(2);
    }

    @Test
    void whatCannotEncodeThatSizeIsPassedOver() {
        EncoderChoice choice = choice(
                (kind, width, height) -> {
                    tried.add(kind);
                    if (kind == EncoderKind.HARDWARE || width > 1920) {
                        throw new IOException("no");
                    }
                },
                LIMIT);

        assertThat(choice.of(1280, 720)).isEqualTo(EncoderKind.HARDWARE_NV12);
        assertThat(choice.of(3840, 2160)).isEqualTo(EncoderKind.OPEN_H264);
        assertThat(choice.of(1280, 720)).as("still").isEqualTo(EncoderKind.HARDWARE_NV12);
    }

    @Test
    void aDriverThatHangsIsPassedOver() {
        CountDownLatch never = new CountDownLatch(1);
        EncoderChoice choice = choice(
                (kind, width, height) -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                },
                Duration.ofMillis(50));

        assertThat(choice.of(1280, 720)).isEqualTo(EncoderKind.OPEN_H264);
        never.countDown();
    }

    @Test
    void whatFailsAtWorkIsNotChosenAgain() {
        EncoderChoice choice = choice((kind, width, height) -> {}, LIMIT);
        choice.failed(choice.of(1280, 720));
        assertThat(choice.of(1280, 720)).isEqualTo(EncoderKind.HARDWARE_NV12);
        choice.failed(EncoderKind.HARDWARE_NV12);
        assertThat(choice.of(1280, 720)).isEqualTo(EncoderKind.X264);
        choice.failed(EncoderKind.X264);
        choice.failed(EncoderKind.OPEN_H264);
        assertThat(choice.of(1280, 720)).as("there is nothing else").isEqualTo(EncoderKind.OPEN_H264);
    }

    @Test
    void openH264PassesTheTrialInEarnest() {
        assertThatCode(() -> new EncoderTrial().attempt(EncoderKind.OPEN_H264, 640, 360))
                .doesNotThrowAnyException();
    }

    @Test
    void withoutHardwareItIsDoneInSoftwareInEarnest() {
        assumeTrue(Files.notExists(Path.of("/dev/video0")) && Files.notExists(Path.of("/dev/video11")));

        assertThatThrownBy(() -> new EncoderTrial().attempt(EncoderKind.HARDWARE, 640, 360))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("h264_v4l2m2m");
        EncoderChoice choice = new EncoderChoice();
        boolean builtWithX264 = avcodec_find_encoder_by_name("libx264") != null;
        assertThat(choice.of(640, 360)).isEqualTo(builtWithX264 ? EncoderKind.X264 : EncoderKind.OPEN_H264);
        assertThat(choice.words()).hasToString(builtWithX264 ? "x264, in software" : "OpenH264, in software");
    }

    private static EncoderChoice choice(EncoderChoice.Trial trial, Duration limit) {
        return new EncoderChoice(EncoderKind.OF_H264, trial, limit);
    }
}
