package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.media.Demuxer.Demuxed;

/** Pictures cut off and with bits turned over, through all of the engine: nothing of that ends the process or is passed on. */
class FuzzTest {

    private static final int ROUNDS = 60;
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Random random = new Random(42);

    @ParameterizedTest
    @ValueSource(strings = {"size-changes.ts", "b-frames.ts"})
    void packetsOfH264(String name) throws Exception {
        TestStreams.Read clean = TestStreams.read(TestStreams.file(name));
        for (int round = 0; round < ROUNDS; round++) {
            List<Demuxed> distorted = new ArrayList<>();
            for (Demuxed packet : clean.packets()) {
                byte[] bytes = random.nextInt(4) == 0 ? distort(packet.bytes().clone()) : packet.bytes();
                distorted.add(new Demuxed(bytes, packet.key(), packet.ptsMicros(), packet.dtsMicros()));
            }
            throughTheEngine(clean.format(), distorted, folder.resolve(name + round + ".mp4"));
        }
    }

    @Test
    void filesOfH264() throws Exception {
        byte[] clean = Files.readAllBytes(TestStreams.file("size-changes.ts"));
        Path file = folder.resolve("distorted.ts");
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = clean.clone();
            for (int i = 0; i < 20; i++) {
                flip(bytes);
            }
            Files.write(file, bytes);
            try {
                TestStreams.Read read = TestStreams.read(file);
                throughTheEngine(read.format(), read.packets(), folder.resolve("file" + round + ".mp4"));
            } catch (IOException e) {
                assertThat(e).as("a file that is none any more").hasMessageEndingWith(".");
            }
        }
    }

    @Test
    void jpegsFromACamera() throws Exception {
        try (HandCamera camera = new HandCamera(60);
                Capture door = Capture.of(camera.source(), new CaptureWishes(640, 360, 60));
                Cursor pictures = door.jpeg().fromKeyframe();
                Cursor video = door.h264().fromKeyframe()) {
            Random cameras = new Random(7);
            UnaryOperator<byte[]> sometimes = jpeg -> switch (cameras.nextInt(4)) {
                case 0 -> Arrays.copyOf(jpeg, cameras.nextInt(jpeg.length));
                case 1 -> flipped(jpeg, cameras);
                default -> jpeg;
            };
            camera.distorts(sometimes);
            int lost = 0;
            for (int i = 0; i < 200; i++) {
                Packet packet = pictures.next(LONG);
                assertThat(packet).isNotNull();
                assertThat(Jpeg.inspect(packet.array()).whole()).isTrue();
                lost += packet.lostBefore();
            }
            assertThat(lost).isPositive();
            camera.distorts(jpeg -> jpeg);
            assertThat(video.next(LONG)).isNotNull();
            Packet last = pictures.next(LONG);
            assertThat(last).isNotNull();
            assertThat(ImageIO.read(new ByteArrayInputStream(last.array()))).isNotNull();
        }
    }

    /** As packets go to viewers of JPEG, to those of live MP4 and into a recording. */
    private void throughTheEngine(StreamFormat format, List<Demuxed> packets, Path file) throws Exception {
        FFmpeg.load();
        Intake intake = new Intake(format);
        PacketRing jpegs = new PacketRing(1 << 20, 1_000_000);
        PacketRing fragments = new PacketRing(1 << 20, 1_000_000);
        PacketRing recorded = new PacketRing(1 << 20, 100_000_000);
        PacketStream h264 = new PacketStream(recorded, () -> {});
        long begin = PacketStream.nowMicros();
        try (Transcoder toJpeg = new Transcoder(Transcoder.Target.JPEG, new EncoderChoice(), jpegs);
                Fragmenter toFragments = new Fragmenter(fragments);
                Mp4Recorder recorder = Mp4Recorder.start(h264, file, Duration.ofSeconds(1), result -> {})) {
            assertThat(recorder).isNotNull();
            for (int i = 0; i < packets.size(); i++) {
                Packet packet = intake.take(packets.get(i), begin + i * 10_000L);
                if (packet != null) {
                    toJpeg.pass(packet);
                    if (packet.format().plainH264()) {
                        toFragments.pass(packet);
                        recorded.publish(packet);
                    }
                }
            }
        }
        Packet newest = jpegs.newest();
        if (newest != null) {
            assertThat(ImageIO.read(new ByteArrayInputStream(newest.array()))).isNotNull();
        }
    }

    private byte[] distort(byte[] bytes) {
        if (random.nextBoolean()) {
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        for (int i = 0; i < 4; i++) {
            flip(bytes);
        }
        return bytes;
    }

    private void flip(byte[] bytes) {
        flipped(bytes, random);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }
}
