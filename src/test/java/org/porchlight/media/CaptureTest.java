package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.media.CaptureStatus.State;
import org.porchlight.media.Mp4Recorder.Cause;
import org.porchlight.media.Mp4Recorder.Result;

/** The engine on the demo picture and on a file, with real FFmpeg. */
class CaptureTest {

    private static final CaptureWishes SMALL = new CaptureWishes(320, 180, 15);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Capture demo = Capture.of(Source.parse("demo"), SMALL);
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void theCameraIsOpenOnlyWhileSomebodyReads() throws Exception {
        assertThat(demo.status().state()).isEqualTo(State.OFF);

        try (Cursor pictures = demo.jpeg().fromNewest()) {
            assertThat(pictures.next(LONG)).isNotNull();
            assertThat(demo.status().state()).isEqualTo(State.STREAMING);
        }

        await().atMost(LONG).until(() -> demo.status().state() == State.OFF);
    }

    @Test
    void everyPictureIsAJpegOfTheWishedSizeAndIsMadeOnceForAll() throws Exception {
        try (Cursor one = demo.jpeg().fromNewest();
                Cursor other = demo.jpeg().fromKeyframe()) {
            Packet seen = one.next(LONG);
            assertThat(seen).isNotNull();
            byte[] jpeg = new byte[seen.size()];
            seen.bytes().get(jpeg);
            var image = ImageIO.read(new ByteArrayInputStream(jpeg));

            assertThat(image.getWidth()).isEqualTo(320);
            assertThat(image.getHeight()).isEqualTo(180);
            Packet same = other.next(LONG);
            while (same != null && same.ptsMicros() < seen.ptsMicros()) {
                same = other.next(LONG);
            }
            assertThat(same).isSameAs(seen);
        }
    }

    @Test
    void aRecordingLastsAsLongAsItTook() throws Exception {
        Path file = folder.resolve("2026-11-22/a.mp4");
        try (Cursor pictures = demo.jpeg().fromNewest()) {
            assertThat(pictures.next(LONG)).isNotNull();
            long begin = System.nanoTime();
            Mp4Recorder recorder = Mp4Recorder.start(demo.h264(), file, Duration.ZERO, results::add);
            while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(3)) {
                assertThat(pictures.next(LONG)).isNotNull();
            }
            recorder.close();
            Duration clicked = Duration.ofNanos(System.nanoTime() - begin);

            Result result = result();
            assertThat(result.cause()).isEqualTo(Cause.STOPPED);
            assertThat(result.length()).isCloseTo(clicked, Duration.ofMillis(500));
            assertThat(result.bytes()).isEqualTo(Files.size(file));
            assertThat(Mp4Recorder.measure(file)).isCloseTo(result.length(), Duration.ofMillis(200));
        }
    }

    @Test
    void aSecondRecordingBeginsAnewThoughTheEncoderWasStoppedBetween() throws Exception {
        try (Cursor pictures = demo.jpeg().fromNewest()) {
            record(folder.resolve("first.mp4"), Duration.ofSeconds(1));
            await().atMost(LONG).until(() -> !demo.h264().wanted());
            assertThat(pictures.next(LONG)).isNotNull();
            record(folder.resolve("second.mp4"), Duration.ofSeconds(1));
        }

        assertThat(Mp4Recorder.measure(folder.resolve("second.mp4")))
                .isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(500));
    }

    @Test
    void whatAKilledServerLeavesCanBeMeasured() throws Exception {
        Path file = folder.resolve("whole.mp4");
        record(file, Duration.ofSeconds(3));
        Path torn = folder.resolve("torn.mp4");
        try (Mp4Recorder recorder = Mp4Recorder.start(demo.h264(), torn, Duration.ZERO, results::add)) {
            await().atMost(LONG).until(() -> Files.exists(torn) && Files.size(torn) > Files.size(file) / 2);
            Path copy = Files.copy(torn, folder.resolve("copy.mp4"));

            assertThat(Mp4Recorder.measure(copy)).isGreaterThan(Duration.ofMillis(500));
        }
    }

    @Test
    void aFileIsNeverWrittenOver() throws Exception {
        Path file = Files.writeString(folder.resolve("a.mp4"), "precious");

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        IOException.class, () -> Mp4Recorder.start(demo.h264(), file, Duration.ZERO, results::add)))
                .hasMessageContaining("not written over");
        assertThat(file).hasContent("precious");
    }

    @Test
    void aRecordingStoppedBeforeTheFirstPictureLeavesNoFile() throws Exception {
        Path file = folder.resolve("none.mp4");
        Capture nothing = Capture.of(Source.parse("/dev/video987"), SMALL);
        Mp4Recorder.start(nothing.h264(), file, Duration.ZERO, results::add).close();
        nothing.close();

        assertThat(result().cause()).isEqualTo(Cause.NO_PICTURE);
        assertThat(file).doesNotExist();
    }

    @Test
    void anotherSizeEndsTheFileSoThatAnotherCanBeBegun() throws Exception {
        try (Mp4Recorder recorder =
                Mp4Recorder.start(demo.h264(), folder.resolve("a.mp4"), Duration.ZERO, new Mp4Recorder.Listener() {
                    @Override
                    public void started(Instant firstPicture) {
                        demo.reconfigure(Source.parse("demo"), new CaptureWishes(640, 360, 15));
                    }

                    @Override
                    public void ended(Result result) {
                        results.add(result);
                    }
                })) {
            assertThat(result().cause()).isEqualTo(Cause.STREAM_CHANGED);
        }
        try (Cursor pictures = demo.jpeg().fromNewest()) {
            await().atMost(LONG).until(() -> demo.status().width() == 640);
            assertThat(pictures.next(LONG)).isNotNull();
        }
    }

    @Test
    void aMissingCameraIsTriedAgainAndSaysWhy() throws Exception {
        Path film = folder.resolve("film.mp4");
        Capture missing = Capture.of(Source.parse(film.toString()), SMALL);
        try (Cursor pictures = missing.jpeg().fromNewest()) {
            await().atMost(LONG).until(() -> missing.status().state() == State.WAITING);
            assertThat(missing.status().why()).asString().contains(film.toString());

            record(film, Duration.ofSeconds(1));

            assertThat(pictures.next(LONG)).isNotNull();
            assertThat(missing.status().why()).isNull();
        } finally {
            missing.close();
        }
    }

    @Test
    void aFileIsLoopedAtTheSpeedOfLifeAndItsH264PassedThrough() throws Exception {
        Path film = folder.resolve("film.mp4");
        record(film, Duration.ofSeconds(1));
        Capture loop = Capture.of(Source.parse(film.toString()), SMALL);
        try (Cursor packets = loop.h264().fromKeyframe()) {
            Packet first = packets.next(LONG);
            assertThat(first).isNotNull();
            long begin = System.nanoTime();
            Packet last = first;
            while (last != null && last.ptsMicros() - first.ptsMicros() < TimeUnit.SECONDS.toMicros(3)) {
                last = packets.next(LONG);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isCloseTo(Duration.ofSeconds(3), Duration.ofMillis(500));
            assertThat(loop.status().codec()).isEqualTo("H.264");
        } finally {
            loop.close();
        }
    }

    @Test
    void aFileThatIsNoVideoIsRefusedWithASentence() throws Exception {
        Path text = Files.writeString(folder.resolve("letter.mp4"), "Dear Ana");
        Capture capture = Capture.of(Source.parse(text.toString()), SMALL);
        try (Cursor pictures = capture.jpeg().fromNewest()) {
            await().atMost(LONG).until(() -> capture.status().state() == State.WAITING);

            assertThat(capture.status().why()).asString().startsWith("The file " + text + " cannot be played");
            assertThat(pictures.next(Duration.ZERO)).isNull();
        } finally {
            capture.close();
        }
    }

    /** Records the demo picture. */
    private void record(Path file, Duration length) throws Exception {
        try (Cursor pictures = demo.h264().fromKeyframe();
                Mp4Recorder recorder = Mp4Recorder.start(demo.h264(), file, Duration.ZERO, results::add)) {
            Packet packet = pictures.next(LONG);
            long until = PacketStream.nowMicros() + TimeUnit.NANOSECONDS.toMicros(length.toNanos());
            while (packet != null && packet.ptsMicros() < until) {
                packet = pictures.next(LONG);
            }
            recorder.stop();
        }
        assertThat(result().cause()).isEqualTo(Cause.STOPPED);
    }

    private Result result() throws InterruptedException {
        Result result = results.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(result).isNotNull();
        return result;
    }
}
