package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.porchlight.media.Demuxer.Demuxed;

/** H.264 as cameras send it, on real streams. */
class H264IntakeTest {

    private static final byte[] NOTHING = {};

    private final TestStreams.Read sizeChanges = read("size-changes.ts");
    private final TestStreams.Read bFrames = read("b-frames.ts");

    @Test
    void aKeyframeSaysTheSizeOfItsPictures() {
        H264Parameters parameters =
                H264Unit.of(sizeChanges.packets().getFirst().bytes(), 0).parameters();

        assertThat(parameters.complete()).isTrue();
        assertThat(parameters.described()).isEqualTo(new H264Sps(96, 64, false));
    }

    @Test
    void theParametersReadTheSameFromAnMp4sRecord() {
        H264Parameters parameters =
                H264Unit.of(sizeChanges.packets().getFirst().bytes(), 0).parameters();
        byte[] record = parameters.record();

        assertThat(H264Parameters.lengthBytes(record)).isEqualTo(4);
        assertThat(H264Parameters.ofExtradata(record).differFrom(parameters)).isFalse();
        assertThat(H264Parameters.ofExtradata(parameters.annexB()).differFrom(parameters))
                .isFalse();
    }

    @Test
    void bFramesAreSaidByTheParametersOrSeenInThePictures() {
        H264Sps sps = H264Unit.of(bFrames.packets().getFirst().bytes(), 0)
                .parameters()
                .described();

        assertThat(sps).isEqualTo(new H264Sps(96, 64, true));
        assertThat(bFrames.packets())
                .anyMatch(packet -> H264Unit.of(packet.bytes(), 0).reordered());
        assertThat(sizeChanges.packets())
                .noneMatch(packet -> H264Unit.of(packet.bytes(), 0).reordered());
        assertThat(bFrames.format().plainH264()).as("as FFmpeg tells it").isFalse();
    }

    @Test
    void otherParametersWithinTheStreamBeginANewGeneration() {
        List<Packet> packets = take(sizeChanges.format(), sizeChanges.packets());

        List<StreamFormat> generations =
                packets.stream().map(Packet::format).distinct().toList();
        assertThat(packets).hasSize(30);
        assertThat(generations).extracting(StreamFormat::width).containsExactly(96, 128);
        assertThat(generations).extracting(StreamFormat::height).containsExactly(64, 96);
        assertThat(generations.getLast().extradata())
                .isNotEqualTo(generations.getFirst().extradata());
        assertThat(packets).allMatch(packet -> packet.lostBefore() == 0);
    }

    @Test
    void aCameraMaySendItsParametersWithinTheStreamOnly() {
        List<Packet> packets = take(format(NOTHING, 0, 0, false), sizeChanges.packets());

        assertThat(packets.getFirst().format().width()).isEqualTo(96);
        assertThat(H264Parameters.ofExtradata(packets.getFirst().format().extradata())
                        .complete())
                .isTrue();
    }

    @Test
    void aCameraMaySendItsParametersBesideTheStreamOnly() {
        byte[] beside = H264Unit.of(sizeChanges.packets().getFirst().bytes(), 0)
                .parameters()
                .annexB();
        List<Demuxed> bare = sizeChanges.packets().subList(0, 15).stream()
                .map(packet -> new Demuxed(
                        withoutParameters(packet.bytes()), packet.key(), packet.ptsMicros(), packet.dtsMicros()))
                .toList();

        List<Packet> packets = take(format(beside, 0, 0, false), bare);

        assertThat(packets).hasSize(15);
        assertThat(packets.getFirst().format().width()).isEqualTo(96);
        assertThat(take(format(NOTHING, 0, 0, false), bare))
                .as("without any parameters there is nothing to show")
                .isEmpty();
    }

    @Test
    void theFirstBFrameOfAStreamThatDidNotSayItHasAnyBeginsANewGeneration() {
        // The parameters are those of a stream without B-frames; what reorders is known with the pictures only.
        byte[] plain = H264Unit.of(sizeChanges.packets().getFirst().bytes(), 0)
                .parameters()
                .annexB();
        List<Demuxed> bare = new ArrayList<>();
        for (Demuxed packet : twice(bFrames.packets())) {
            bare.add(new Demuxed(
                    withoutParameters(packet.bytes()), packet.key(), packet.ptsMicros(), packet.dtsMicros()));
        }

        List<Packet> packets = take(format(plain, 96, 64, false), bare);

        assertThat(packets.getFirst().format().plainH264()).isTrue();
        assertThat(packets.getLast().format().plainH264()).isFalse();
        Packet firstReordered = packets.stream()
                .filter(packet -> !packet.format().plainH264())
                .findFirst()
                .orElseThrow();
        assertThat(firstReordered.key()).as("a decoder can begin there").isTrue();
        assertThat(firstReordered.lostBefore()).isPositive();
    }

    @Test
    void afterABrokenPacketTheStreamGoesOnWithAKeyframeThatSaysWhatIsMissing() {
        List<Demuxed> packets = new ArrayList<>(sizeChanges.packets());
        packets.set(5, new Demuxed(NOTHING, false, Demuxer.NO_TIME, Demuxer.NO_TIME));

        List<Packet> taken = take(sizeChanges.format(), packets);

        assertThat(taken.get(4).key()).isFalse();
        assertThat(taken.get(5).key()).isTrue();
        assertThat(taken.get(5).lostBefore()).isEqualTo(10);
    }

    @Test
    void packetsWithLengthsMustAddUp() {
        byte[] packet = {0, 0, 0, 2, 0x65, (byte) 0x88};
        assertThat(H264Unit.of(packet, 4).whole()).isTrue();
        assertThat(H264Unit.of(Arrays.copyOf(packet, 5), 4).whole()).isFalse();
        assertThat(H264Unit.of(NOTHING, 4).whole()).isFalse();
        assertThat(H264Unit.of(new byte[] {1, 2, 3}, 0).whole())
                .as("no start code")
                .isFalse();
    }

    private static List<Packet> take(StreamFormat format, List<Demuxed> packets) {
        Intake intake = new Intake(format);
        List<Packet> taken = new ArrayList<>();
        for (int i = 0; i < packets.size(); i++) {
            Packet packet = intake.take(packets.get(i), i * 66_667L);
            if (packet != null) {
                taken.add(packet);
            }
        }
        return taken;
    }

    private static StreamFormat format(byte[] extradata, int width, int height, boolean reordered) {
        return new StreamFormat(avcodec.AV_CODEC_ID_H264, width, height, 0, extradata, reordered, 15);
    }

    private static List<Demuxed> twice(List<Demuxed> packets) {
        List<Demuxed> twice = new ArrayList<>(packets);
        twice.addAll(packets);
        return twice;
    }

    /** Leaves out the parts of type 7 and 8. */
    private static byte[] withoutParameters(byte[] packet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int begin = 0;
        for (int i = 1; i <= packet.length; i++) {
            boolean next = i == packet.length || (i + 3 < packet.length && startsPart(packet, i));
            if (next) {
                int header = begin + (packet[begin + 2] == 1 ? 3 : 4);
                int type = packet[header] & 0x1F;
                if (type != 7 && type != 8) {
                    out.write(packet, begin, i - begin);
                }
                begin = i;
            }
        }
        return out.toByteArray();
    }

    private static boolean startsPart(byte[] packet, int at) {
        boolean three = packet[at] == 0 && packet[at + 1] == 0 && packet[at + 2] == 1 && packet[at - 1] != 0;
        boolean four = packet[at] == 0 && packet[at + 1] == 0 && packet[at + 2] == 0 && packet[at + 3] == 1;
        return three || four;
    }

    private static TestStreams.Read read(String name) {
        try {
            return TestStreams.read(TestStreams.file(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
