package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.media.Mp4Recorder.Cause;
import org.porchlight.media.Mp4Recorder.Result;

/** What is told when nothing can be made of a camera's pictures, with an encoder driven by hand. */
class DerivedStreamTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Sentence HEVC = Sentence.of("engine.codecUnknown", "HEVC");
    private static final StreamFormat JPEG =
            new StreamFormat(avcodec.AV_CODEC_ID_MJPEG, 640, 360, 0, new byte[0], false, 10);

    @TempDir
    Path folder;

    private final PacketRing camera = new PacketRing(1_000_000, 10_000_000);
    private final PacketStream made = new PacketStream(new PacketRing(1_000_000, 10_000_000), () -> {});
    private final CountDownLatch hanging = new CountDownLatch(1);
    private volatile boolean broken;
    private volatile boolean hangs;
    private final DerivedStream stream = new DerivedStream("H.264", camera, made, HandMade::new);

    private final class HandMade implements DerivedStream.Maker {

        @Override
        public void pass(Packet packet) throws IOException {
            if (hangs) {
                try {
                    hanging.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            if (broken) {
                throw new EngineFailure(HEVC);
            }
            made.ring().publish(packet);
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    @AfterEach
    void end() {
        hanging.countDown();
        stream.close();
    }

    @Test
    void whatCannotBeMadeIsSaidUntilItCanBeMadeAgain() throws Exception {
        broken = true;
        try (Cursor reader = made.fromKeyframe()) {
            await().atMost(LONG).until(() -> {
                publish();
                return HEVC.equals(made.problem());
            });
            broken = false;
            await().atMost(LONG).until(() -> {
                publish();
                return made.problem() == null && reader.next(Duration.ZERO) != null;
            });
        }
    }

    @Test
    void anEncoderThatHangsIsSaidToo() throws Exception {
        hangs = true;
        try (Cursor reader = made.fromKeyframe()) {
            await().atMost(LONG).until(() -> {
                publish();
                return made.problem() != null;
            });
            assertThat(made.problem()).asString().contains("does not answer");
            assertThat(reader.next(Duration.ZERO)).isNull();
        }
    }

    @Test
    void aRecordingOfWhatCannotBeMadeEndsWithTheSentence() throws Exception {
        broken = true;
        BlockingQueue<Result> results = new LinkedBlockingQueue<>();
        Path file = folder.resolve("never.mp4");
        try (Mp4Recorder recorder = Mp4Recorder.start(made, file, Duration.ZERO, results::add)) {
            assertThat(recorder).isNotNull();
            await().atMost(LONG).until(() -> {
                publish();
                return !results.isEmpty();
            });
        }
        Result result = results.poll(1, TimeUnit.SECONDS);
        assertThat(result).isNotNull();
        assertThat(result.cause()).isEqualTo(Cause.ENCODING_FAILED);
        assertThat(result.sentence()).hasToString("Pictures in HEVC cannot be decoded here.");
        assertThat(file).doesNotExist();
    }

    @Test
    void aRecordingThatNobodyClickedForBeginsWhenItCanBeMade() throws Exception {
        broken = true;
        BlockingQueue<Result> results = new LinkedBlockingQueue<>();
        Path file = folder.resolve("later.mp4");
        try (Mp4Recorder recorder = Mp4Recorder.startPatiently(made, file, Duration.ZERO, results::add)) {
            assertThat(recorder).isNotNull();
            await().atMost(LONG).until(() -> {
                publish();
                return made.problem() != null;
            });
            broken = false;
            await().atMost(LONG).until(() -> {
                publish();
                return Files.exists(file);
            });
        }
        Result result = results.poll(1, TimeUnit.SECONDS);
        assertThat(result).isNotNull();
        assertThat(result.cause()).isEqualTo(Cause.STOPPED);
    }

    private void publish() {
        long now = PacketStream.nowMicros();
        camera.publish(new Packet(JPEG, true, now, now, new byte[10]));
        stream.runIfWanted();
    }
}
