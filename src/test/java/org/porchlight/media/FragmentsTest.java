package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live MP4 as the engine makes it, with real FFmpeg. */
class FragmentsTest {

    private static final CaptureWishes SMALL = new CaptureWishes(320, 180, 15);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Capture demo = Capture.of(Source.parse("demo"), SMALL);

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void aHeaderAndFragmentsFromAKeyframeOnPlay() throws Exception {
        List<Packet> fragments = read(demo, 20);

        assertThat(fragments.getFirst().key()).isTrue();
        assertThat(boxes(header(fragments.getFirst()).bytes())).containsExactly("ftyp", "moov");
        assertThat(fragments)
                .allSatisfy(fragment -> assertThat(boxes(fragment.bytes())).containsExactly("moof", "mdat"));
        assertThat(pictures(film(fragments))).isEqualTo(20);
    }

    @Test
    void aFragmentIsMadeOnceForAllAndKeepsItsPicturesTime() throws Exception {
        try (Cursor one = demo.fragments().live();
                Cursor other = demo.fragments().live();
                Cursor h264 = demo.h264().fromKeyframe()) {
            Packet fragment = next(one);
            assertThat(next(other)).isSameAs(fragment);
            Packet picture = next(h264);
            assertThat(picture.ptsMicros()).isEqualTo(fragment.ptsMicros());
            assertThat(fragment.size()).isBetween(picture.size(), picture.size() + 200);
        }
    }

    @Test
    void nothingIsEncodedSoonAfterTheLastViewerHasLeft() throws Exception {
        read(demo, 2);
        try (Cursor pictures = demo.jpeg().fromNewest()) {
            await().atMost(LONG).until(() -> !demo.fragments().wanted());
            assertThat(demo.h264().wanted()).isFalse();
            assertThat(pictures.next(LONG)).isNotNull();
        }
    }

    @Test
    void h264OfACameraIsPassedThrough() throws Exception {
        Path film = film(read(demo, 30));
        Capture camera = Capture.of(Source.parse(film.toString()), SMALL);
        try (Cursor jpegs = camera.jpeg().fromNewest()) {
            List<Packet> fragments = read(camera, 20);

            assertThat(camera.status().codec()).isEqualTo("H.264");
            assertThat(pictures(film(fragments))).isEqualTo(20);
            assertThat(jpegs.next(LONG)).isNotNull();
        } finally {
            camera.close();
        }
    }

    @Test
    void aCameraThatComesBackIsToldByANewHeaderAndAKeyframeAndItsTimesGoOn() throws Exception {
        try (Cursor cursor = demo.fragments().live()) {
            Packet before = next(cursor);
            demo.reconfigure(Source.parse("demo"), new CaptureWishes(640, 360, 15));
            Packet last = before;
            Packet after = before;
            while (after.header() == before.header()) {
                last = after;
                after = next(cursor);
            }

            assertThat(after.key()).isTrue();
            assertThat(time(after)).isBetween(time(last) + 1, time(last) + 90_000);
            Packet next = next(cursor);
            assertThat(next.header()).isSameAs(after.header());
            assertThat(pictures(film(List.of(after, next)))).isEqualTo(2);
        }
    }

    private static List<Packet> read(Capture camera, int count) throws InterruptedException {
        List<Packet> fragments = new ArrayList<>();
        try (Cursor cursor = camera.fragments().live()) {
            while (fragments.size() < count) {
                fragments.add(next(cursor));
            }
        }
        return fragments;
    }

    private static Packet next(Cursor cursor) throws InterruptedException {
        return Objects.requireNonNull(cursor.next(LONG), "nothing came in time");
    }

    private static Mp4Header header(Packet fragment) {
        return Objects.requireNonNull(fragment.header());
    }

    /** What a program would save of the stream. */
    private Path film(List<Packet> fragments) throws Exception {
        Path file = Files.createTempFile(folder, "film", ".mp4");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes(header(fragments.getFirst()).bytes()));
            for (Packet fragment : fragments) {
                out.write(bytes(fragment.bytes()));
            }
        }
        return file;
    }

    /** How many pictures FFmpeg decodes of a file. */
    private static int pictures(Path file) throws Exception {
        int count = 0;
        try (FFmpegDemuxer demuxer =
                        FFmpegDemuxer.openFirst(List.of(DemuxerOptions.file(file)), file.toString(), new Interrupt());
                Decoder decoder = new Decoder(demuxer.format())) {
            CaptureClock clock = new CaptureClock();
            while (true) {
                decoder.send(clock.place(Objects.requireNonNull(demuxer.read()), demuxer.format(), 0));
                for (AVFrame picture = decoder.receive(); picture != null; picture = decoder.receive()) {
                    count++;
                }
            }
        } catch (EOFException end) {
            return count;
        }
    }

    /** When a fragment is shown, in the 90,000ths of a second that its tfdt box tells. */
    private static long time(Packet fragment) {
        byte[] bytes = bytes(fragment.bytes());
        int tfdt = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tfdt");
        return ByteBuffer.wrap(bytes).getLong(tfdt + 8);
    }

    /** The names of the boxes that the bytes consist of. */
    private static List<String> boxes(ByteBuffer bytes) {
        List<String> names = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int size = bytes.getInt();
            byte[] name = new byte[4];
            bytes.get(name);
            names.add(new String(name, StandardCharsets.US_ASCII));
            bytes.position(bytes.position() + size - 8);
        }
        return names;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
