package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mp4RecorderTest {

    @TempDir
    Path folder;

    @Test
    void whatAKilledServerLeavesHasEveryPictureFromTheFirst() throws IOException {
        Path file = folder.resolve("recording.mp4");
        Path left = folder.resolve("left.mp4");
        try (Capture door = Capture.of(Source.parse("demo"), new CaptureWishes(640, 360, 30));
                Mp4Recorder recorder = Mp4Recorder.start(door.h264(), file, Duration.ZERO, result -> {})) {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                if (Files.notExists(file) || Files.size(file) == 0) {
                    return false;
                }
                Files.deleteIfExists(left);
                Files.copy(file, left); // what would be there after kill -9
                return times(left).size() >= 60;
            });
        }
        List<Long> times = times(left);
        assertThat(times.getFirst()).isEqualTo(0);
        for (int i = 1; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 1))
                    .as("microseconds between pictures %d and %d of %s", i - 1, i, times)
                    .isBetween(1L, 200_000L);
        }
    }

    @Test
    void aFinishedRecordingIsAnOrdinaryMp4() throws IOException {
        Path file = folder.resolve("recording.mp4");
        try (Capture door = Capture.of(Source.parse("demo"), new CaptureWishes(640, 360, 30));
                Mp4Recorder recorder = Mp4Recorder.start(door.h264(), file, Duration.ZERO, result -> {})) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.exists(file) && times(file).size() >= 30);
        }
        assertThat(boxes(file)).contains("ftyp", "mdat", "moov").doesNotContain("moof");
        assertThat(times(file)).startsWith(0L).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void theIndexIsThereBeforeTheBeginningLeadsToIt() throws Exception {
        Path file = folder.resolve("recording.mp4");
        try (Capture door = Capture.of(Source.parse("demo"), new CaptureWishes(640, 360, 30));
                Cursor packets = door.h264().since(Duration.ZERO)) {
            Packet packet = Objects.requireNonNull(packets.next(Duration.ofSeconds(20)));
            try (Mp4Writer writer = new Mp4Writer(file, packet.format(), packet.ptsMicros())) {
                writer.write(packet);
                for (int i = 1; i < 40; i++) {
                    writer.write(Objects.requireNonNull(packets.next(Duration.ofSeconds(5))));
                }

                assertThat(writer.writeIndex()).isNotEmpty();
                assertThat(times(file)).as("what a power cut would leave now").hasSize(40);
                assertThat(Mp4Recorder.measure(file)).isGreaterThan(Duration.ofSeconds(1));
                assertThat(boxes(file)).contains("moof").endsWith("moov");
            }
        }
    }

    /** The names of the parts that an MP4 file consists of. */
    private static List<String> boxes(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        for (long at = 0; at < bytes.capacity(); ) {
            bytes.position((int) at);
            long size = Integer.toUnsignedLong(bytes.getInt());
            byte[] name = new byte[4];
            bytes.get(name);
            names.add(new String(name, StandardCharsets.US_ASCII));
            at += size == 1 ? bytes.getLong() : size;
        }
        return names;
    }

    /** When each picture in the file is shown, in microseconds. */
    private static List<Long> times(Path file) {
        List<Long> times = new ArrayList<>();
        try (FFmpegDemuxer demuxer =
                FFmpegDemuxer.openFirst(List.of(DemuxerOptions.file(file)), file.toString(), new Interrupt())) {
            while (true) {
                Demuxer.Demuxed packet = demuxer.read();
                if (packet != null) {
                    times.add(packet.ptsMicros());
                }
            }
        } catch (EOFException e) {
            return times;
        } catch (IOException e) {
            return times; // nothing that can be read is in it yet
        }
    }
}
