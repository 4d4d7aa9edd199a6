package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a transcoder reads, on rings filled by hand: ten pictures a second, named by their time in tenths of a second. */
class FeedTest {

    private static final StreamFormat JPEG = format(avcodec.AV_CODEC_ID_MJPEG);
    private static final StreamFormat RAW = format(avcodec.AV_CODEC_ID_RAWVIDEO);

    private final long now = PacketStream.nowMicros();
    private final PacketRing camera = new PacketRing(1_000_000, 10_000_000);
    private final PacketStream jpegs = new PacketStream(new PacketRing(1_000_000, 10_000_000), () -> {});

    @Test
    void thePastOfACameraThatGivesJpegIsItsOwnPackets() throws Exception {
        publish(camera, JPEG, -50, 0);
        try (Feed feed = new Feed(camera, jpegs, at(-20))) {
            assertThat(next(feed)).isEqualTo(-20);
            assertThat(next(feed)).isEqualTo(-19);
        }
    }

    @Test
    void thePastOfACameraThatGivesRawPicturesIsTheirJpegsUntilItsOwnReachBack() throws Exception {
        camera.hold(350, 10_000_000); // three raw pictures
        try (Cursor viewer = jpegs.fromNewest()) {
            publish(camera, RAW, -50, 0);
            publish(jpegs.ring(), JPEG, -50, 0);
            try (Feed feed = new Feed(camera, jpegs, at(-20))) {
                for (int time = -20; time < 0; time++) {
                    Packet packet = feed.next(Duration.ZERO);
                    assertThat(timeOf(packet)).isEqualTo(time);
                    assertThat(packet).isNotNull();
                    assertThat(packet.format().raw()).as("at %d", time).isEqualTo(time >= -2);
                    assertThat(packet.lostBefore()).isZero();
                }
            }
            assertThat(viewer.missed()).isZero();
        }
    }

    @Test
    void withoutViewersOfJpegThePastOfRawPicturesIsWhatIsKeptOfThem() throws Exception {
        camera.hold(350, 10_000_000);
        publish(camera, RAW, -50, 0);
        try (Feed feed = new Feed(camera, jpegs, at(-20))) {
            assertThat(next(feed)).isEqualTo(-3);
        }
        assertThat(jpegs.wanted()).as("nothing is made for it").isFalse();
    }

    @Test
    void whatFellOffBeforeItWasReadIsSaid() throws Exception {
        camera.hold(1_000, 10_000_000);
        publish(camera, JPEG, -5, 0);
        try (Feed feed = new Feed(camera, jpegs, at(-5))) {
            assertThat(next(feed)).isEqualTo(-5);
            publish(camera, JPEG, 0, 30);
            Packet packet = feed.next(Duration.ZERO);
            assertThat(timeOf(packet)).isEqualTo(29);
            assertThat(packet).isNotNull();
            assertThat(packet.lostBefore()).isEqualTo(33);
        }
    }

    private int next(Feed feed) throws InterruptedException {
        return timeOf(feed.next(Duration.ZERO));
    }

    private int timeOf(@Nullable Packet packet) {
        assertThat(packet).isNotNull();
        return (int) Math.round((packet.ptsMicros() - now) / 100_000.0);
    }

    private long at(int time) {
        return now + time * 100_000L;
    }

    private void publish(PacketRing ring, StreamFormat format, int from, int until) {
        for (int time = from; time < until; time++) {
            ring.publish(new Packet(format, true, at(time), at(time), new byte[100]));
        }
    }

    private static StreamFormat format(int codec) {
        return new StreamFormat(codec, 640, 360, 0, new byte[0], false, 10);
    }
}
