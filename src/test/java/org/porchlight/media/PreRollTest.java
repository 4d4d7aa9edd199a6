package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.media.Mp4Recorder.Cause;
import org.porchlight.media.Mp4Recorder.Result;

/** What the camera saw before the click, for each kind of camera, with real FFmpeg. */
class PreRollTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration PRE_ROLL = Duration.ofSeconds(2);
    private static final CaptureWishes SMALL = new CaptureWishes(320, 180, 15);

    @TempDir
    Path folder;

    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();

    @Test
    void ofACameraThatGivesJpeg() throws Exception {
        try (HandCamera camera = new HandCamera(15);
                Capture door = Capture.of(camera.source(), SMALL)) {
            isInTheRecording(door, door.jpeg(), PRE_ROLL);
            assertThat(door.status().encoding().encoder()).isNotNull();
        }
    }

    @Test
    void ofACameraThatGivesRawPictures() throws Exception {
        try (Capture door = Capture.of(Source.parse("demo"), SMALL)) {
            isInTheRecording(door, door.jpeg(), PRE_ROLL);
        }
    }

    @Test
    void ofACameraThatGivesH264() throws Exception {
        try (RtspPeer camera = new RtspPeer(RtspPeer.HangsAt.NEVER, true);
                Capture door = Capture.of(camera.source(), SMALL)) {
            camera.show(1_000);
            isInTheRecording(door, door.h264(), PRE_ROLL);
            assertThat(door.status().encoding().encoder())
                    .as("nothing is encoded")
                    .isNull();
        }
    }

    @Test
    void whileItIsEncodedAlreadyForSomebodyElse() throws Exception {
        try (Capture door = Capture.of(Source.parse("demo"), SMALL)) {
            isInTheRecording(door, door.h264(), PRE_ROLL);
        }
    }

    @Test
    void isAsLongAsTheCameraHasBeenOn() throws Exception {
        try (Capture door = Capture.of(Source.parse("demo"), SMALL)) {
            door.keep(Duration.ofSeconds(15));
            try (Cursor viewer = door.jpeg().fromNewest()) {
                look(viewer, Duration.ofSeconds(1));
                Result result = record(door, viewer, Duration.ofSeconds(15), Duration.ofSeconds(1));
                assertThat(result.length()).isBetween(Duration.ofMillis(1_700), Duration.ofMillis(2_800));
            }
        }
    }

    @Test
    void nothingIsEncodedForItUntilSomebodyRecords() throws Exception {
        try (Capture door = Capture.of(Source.parse("demo"), SMALL)) {
            door.keep(PRE_ROLL);
            try (Cursor viewer = door.jpeg().fromNewest()) {
                look(viewer, Duration.ofSeconds(1));
            }
            assertThat(door.status().encoding().encoder()).isNull();
            assertThat(door.h264().wanted()).isFalse();
        }
    }

    @Test
    void aLiveViewerWhoStartsTheEncoderStartsWithThePresent() throws Exception {
        try (Capture door = Capture.of(Source.parse("demo"), SMALL)) {
            door.keep(PRE_ROLL);
            try (Cursor viewer = door.jpeg().fromNewest()) {
                look(viewer, Duration.ofSeconds(3));
                try (Cursor live = door.h264().live()) {
                    Packet first = live.next(LONG);
                    assertThat(first).isNotNull();
                    assertThat(PacketStream.nowMicros() - first.ptsMicros()).isLessThan(500_000);
                }
            }
        }
    }

    @Test
    void aRecordingThatIsStoppedWhileItCatchesUpHasAllOfIt() throws Exception {
        try (Capture door = Capture.of(Source.parse("demo"), SMALL)) {
            door.keep(PRE_ROLL);
            try (Cursor viewer = door.jpeg().fromNewest()) {
                look(viewer, Duration.ofSeconds(3));
                Mp4Recorder.start(door.h264(), folder.resolve("short.mp4"), PRE_ROLL, results::add)
                        .close();
            }
        }
        assertThat(result().length()).isCloseTo(PRE_ROLL, Duration.ofMillis(400));
    }

    private void isInTheRecording(Capture door, PacketStream watched, Duration preRoll) throws Exception {
        door.keep(preRoll);
        try (Cursor viewer = watched.fromNewest()) {
            look(viewer, preRoll.plusSeconds(2));
            Instant click = Instant.now();
            Result result = record(door, viewer, preRoll, Duration.ofSeconds(2));

            assertThat(result.length()).isCloseTo(preRoll.plusSeconds(2), Duration.ofMillis(500));
            assertThat(result.firstPicture())
                    .as("the true time of the first picture")
                    .isBetween(
                            click.minus(preRoll).minusMillis(50),
                            click.minus(preRoll).plusMillis(250));
            assertThat(result.gaps()).isZero();
            assertThat(Mp4Recorder.measure(folder.resolve("door.mp4")))
                    .isCloseTo(result.length(), Duration.ofMillis(200));
        }
    }

    private Result record(Capture door, Cursor viewer, Duration preRoll, Duration length) throws Exception {
        try (Mp4Recorder recorder = Mp4Recorder.start(door.h264(), folder.resolve("door.mp4"), preRoll, results::add)) {
            look(viewer, length);
            recorder.stop();
        }
        Result result = result();
        assertThat(result.cause()).isEqualTo(Cause.STOPPED);
        return result;
    }

    private static void look(Cursor viewer, Duration length) throws InterruptedException {
        Packet first = viewer.next(LONG);
        assertThat(first).isNotNull();
        long until = PacketStream.nowMicros() + TimeUnit.NANOSECONDS.toMicros(length.toNanos());
        for (Packet packet = first; packet.ptsMicros() < until; ) {
            Packet next = viewer.next(LONG);
            assertThat(next).isNotNull();
            packet = next;
        }
    }

    private Result result() throws InterruptedException {
        Result result = results.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(result).isNotNull();
        return result;
    }
}
