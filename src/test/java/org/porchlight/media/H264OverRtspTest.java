package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.media.Demuxer.Demuxed;
import org.porchlight.media.Mp4Recorder.Cause;
import org.porchlight.media.Mp4Recorder.Result;

/** What network cameras may send, from the socket to the recording and to those who watch: see "What is passed through". */
class H264OverRtspTest {

    private static final CaptureWishes WISHES = new CaptureWishes(640, 360, 15);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int PICTURES = 40;

    @TempDir
    Path folder;

    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();

    @Test
    void bFramesAreEncodedAnewSoThatPicturesComeAsTheyAreShown() throws Exception {
        try (RtspPeer camera = RtspPeer.showing("b-frames.ts");
                Capture door = Capture.of(camera.source(), WISHES);
                Cursor live = door.fragments().live()) {
            Path file = folder.resolve("door.mp4");
            List<Packet> fragments;
            try (Mp4Recorder recorder = Mp4Recorder.start(door.h264(), file, Duration.ZERO, results::add)) {
                fragments = take(live, PICTURES);
                recorder.stop();
            }

            assertThat(door.status().codec()).isEqualTo("H.264");
            assertThat(door.status().encoding().encoder())
                    .as("who encodes it anew")
                    .isNotNull();
            comeInOrder(fragments.stream().map(Packet::ptsMicros).toList());
            assertThat(result().cause()).isEqualTo(Cause.STOPPED);
            TestStreams.Read recorded = TestStreams.read(file);
            assertThat(recorded.format().plainH264()).isTrue();
            assertThat(recorded.packets()).hasSizeGreaterThan(PICTURES / 2);
            comeInOrder(recorded.packets().stream().map(Demuxed::ptsMicros).toList());
        }
    }

    @Test
    void anotherSizeWithinTheStreamBeginsAnotherFileAndAnotherHeaderAndNothingIsEncoded() throws Exception {
        try (RtspPeer camera = RtspPeer.showing("size-changes.ts");
                Capture door = Capture.of(camera.source(), WISHES);
                Cursor live = door.fragments().live()) {
            Path file = folder.resolve("door.mp4");
            try (Mp4Recorder recorder = Mp4Recorder.start(door.h264(), file, Duration.ZERO, results::add)) {
                assertThat(recorder).isNotNull();
                assertThat(result().cause()).isEqualTo(Cause.STREAM_CHANGED);
            }
            int recorded = TestStreams.read(file).format().width();
            List<Packet> fragments = take(live, PICTURES);

            assertThat(recorded).isIn(96, 128);
            assertThat(fragments)
                    .extracting(fragment -> fragment.format().width())
                    .contains(96, 128);
            for (int i = 1; i < fragments.size(); i++) {
                if (fragments.get(i).header() != fragments.get(i - 1).header()) {
                    assertThat(fragments.get(i).key())
                            .as("a player can begin there")
                            .isTrue();
                }
            }
            assertThat(door.status().encoding().encoder()).isNull();
        }
    }

    /** Each later than the one before, and no longer after it than two of the camera's pictures. */
    private static void comeInOrder(List<Long> micros) {
        for (int i = 1; i < micros.size(); i++) {
            assertThat(micros.get(i) - micros.get(i - 1))
                    .as("microseconds between pictures %d and %d of %s", i - 1, i, micros)
                    .isBetween(1L, 150_000L);
        }
    }

    private static List<Packet> take(Cursor cursor, int count) throws InterruptedException {
        List<Packet> packets = new ArrayList<>();
        while (packets.size() < count) {
            Packet packet = cursor.next(LONG);
            assertThat(packet).isNotNull();
            packets.add(packet);
        }
        return packets;
    }

    private Result result() throws InterruptedException {
        Result result = results.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertThat(result).isNotNull();
        return result;
    }
}
