package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class PacketRingTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final StreamFormat H264 =
            new StreamFormat(avcodec.AV_CODEC_ID_H264, 640, 360, 0, new byte[0], false, 10);

    private final long now = PacketStream.nowMicros();
    private final PacketRing ring = new PacketRing(10_000, 2_000_000);
    private final PacketStream stream = new PacketStream(ring, () -> {});

    @Test
    void aReaderOfEveryPacketBeginsWithTheNewestKeyframe() throws Exception {
        publish(-4, true);
        publish(-3, false);
        publish(-2, true);
        publish(-1, false);

        try (Cursor cursor = stream.fromKeyframe()) {
            assertThat(read(cursor)).isEqualTo(-2);
            assertThat(read(cursor)).isEqualTo(-1);
            assertThat(cursor.next(AT_ONCE)).isNull();
            assertThat(cursor.missed()).isZero();
        }
    }

    @Test
    void aReaderThatIsTooSlowGoesOnAtAKeyframeAndKnowsWhatItMissed() throws Exception {
        publish(0, true);
        try (Cursor cursor = stream.fromKeyframe()) {
            read(cursor);
            for (int i = 1; i <= 60; i++) {
                publish(i, i % 10 == 0);
            }

            assertThat(read(cursor)).isEqualTo(60);
            assertThat(cursor.missed()).isEqualTo(59);
        }
    }

    @Test
    void aLiveReaderThatFallsBehindGoesOnAtTheNewestKeyframe() throws Exception {
        publish(0, true);
        try (Cursor cursor = stream.live()) {
            read(cursor);
            for (int i = 1; i <= 12; i++) {
                publish(i, i == 10);
            }
            assertThat(read(cursor)).as("1.1 s behind: no picture is left out").isEqualTo(1);

            for (int i = 13; i <= 18; i++) {
                publish(i, false);
            }
            assertThat(read(cursor)).as("1.6 s behind").isEqualTo(10);
            assertThat(cursor.missed()).isEqualTo(8);
        }
    }

    @Test
    void aReaderThatWouldNotCatchUpGoesOnAtTheNextKeyframe() throws Exception {
        publish(0, true);
        try (Cursor cursor = stream.live()) {
            read(cursor);
            publish(1, false);
            cursor.skipToKeyframe();
            publish(2, false);
            publish(3, true);

            assertThat(read(cursor)).isEqualTo(3);
        }
    }

    @Test
    void aReaderOfTheNewestNeverGetsAnOldPicture() throws Exception {
        try (Cursor cursor = stream.fromNewest()) {
            publish(0, true);
            publish(1, true);
            publish(2, true);

            assertThat(read(cursor)).isEqualTo(2);
            assertThat(cursor.next(AT_ONCE)).isNull();
        }
    }

    @Test
    void theRingIsBoundedByTimeAndByBytes() {
        for (int i = 0; i < 1000; i++) {
            publish(i, true);
        }
        assertThat(ring.get(978)).as("older than two seconds").isNull();
        assertThat(ring.get(979)).isNotNull();

        ring.publish(new Packet(H264, true, now + 200_000_000, now + 200_000_000, new byte[20_000]));
        assertThat(ring.get(999)).as("no room beside the large one").isNull();
        assertThat(ring.newest()).isNotNull();
    }

    @Test
    void aPacketComesWithItsOwnBytesHoweverManyRingsHoldIt() {
        PacketRing another = new PacketRing(10_000, 2_000_000);
        Packet first = packet(0, true, new byte[] {1, 2, 3}).afterLosing(4);
        HeldPacket held = HeldPacket.of(first);
        ring.publish(first, held);
        another.publish(first, held);
        held.close();
        ring.clear();
        another.publish(packet(1, false, new byte[] {4, 5}));

        assertThat(ring.newest()).isNull();
        assertThat(another.get(0)).satisfies(packet -> {
            assertThat(packet.array()).containsExactly(1, 2, 3);
            assertThat(packet.format()).isSameAs(H264);
            assertThat(packet.key()).isTrue();
            assertThat(packet.ptsMicros()).isEqualTo(first.ptsMicros());
            assertThat(packet.lostBefore()).isEqualTo(4);
        });
        assertThat(another.get(1))
                .satisfies(packet -> assertThat(packet.array()).containsExactly(4, 5));
    }

    @Test
    void whatFallsOffTheRingTakesNoMemoryOutsideOfTheHeap() {
        long before = Pointer.totalBytes();
        PacketRing large = new PacketRing(3_000_000, 1_000_000_000);
        for (int i = 0; i < 200; i++) {
            large.publish(packet(i, true, new byte[100_000]));
        }
        assertThat(Pointer.totalBytes() - before).isLessThan(3_500_000);

        large.clear();

        assertThat(Pointer.totalBytes() - before).isLessThan(500_000);
    }

    @Test
    void theNewestKeyframeStaysHoweverLongAgoItWas() throws Exception {
        for (int i = 0; i < 80; i++) {
            publish(i, i == 0);
        }

        try (Cursor cursor = stream.fromKeyframe()) {
            assertThat(read(cursor)).isZero();
        }
    }

    @Test
    void aReaderOfAStreamThatFellSilentBeginsWithTheNextKeyframe() throws Exception {
        publish(-100, true);
        publish(-99, false);
        try (Cursor cursor = stream.fromKeyframe()) {
            publish(0, false);
            publish(1, true);

            assertThat(read(cursor)).isEqualTo(1);
        }
    }

    @Test
    void aNewGenerationIsNotReadFromTheMiddleOfTheOldOne() {
        publish(0, true);
        StreamFormat reconnected = H264.resized(640, 360);
        ring.publish(new Packet(reconnected, true, now + 100_000, now + 100_000, new byte[10]));

        assertThat(ring.startFor(now)).isEqualTo(1);
    }

    @Test
    void aWaitingReaderIsWokenByTheNextPacket() throws Exception {
        try (Cursor cursor = stream.fromKeyframe()) {
            CompletableFuture<Long> reading = CompletableFuture.supplyAsync(() -> read(cursor));

            publish(5, true);

            assertThat(reading.get(10, TimeUnit.SECONDS)).isEqualTo(5);
        }
    }

    @Test
    void aStreamIsWantedWhileItIsRead() {
        assertThat(stream.wanted()).isFalse();
        Cursor cursor = stream.fromNewest();
        assertThat(stream.wanted()).isTrue();
        cursor.close();
        cursor.close();
        assertThat(stream.wanted()).as("for a moment longer").isTrue();
    }

    /** Ten packets a second, numbered by their time. */
    private void publish(int number, boolean key) {
        long time = now + number * 100_000L;
        ring.publish(new Packet(H264, key, time, time, new byte[100]));
    }

    private long read(Cursor cursor) {
        try {
            Packet packet = cursor.next(Duration.ofSeconds(10));
            assertThat(packet).isNotNull();
            return (packet.ptsMicros() - now) / 100_000;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Packet packet(int index, boolean key, byte[] bytes) {
        long time = now + index * 100_000L;
        return new Packet(H264, key, time, time, bytes);
    }
}
