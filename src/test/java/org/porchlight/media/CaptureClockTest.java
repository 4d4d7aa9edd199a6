package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.porchlight.media.Demuxer.Demuxed;

class CaptureClockTest {

    private static final StreamFormat FORMAT =
            new StreamFormat(avcodec.AV_CODEC_ID_H264, 640, 360, 0, new byte[0], false, 25);

    private final CaptureClock clock = new CaptureClock();

    @Test
    void keepsTheSourcesOwnSteadyTimes() {
        place(7_000_000, 7_000_000, 1_000_000);
        Packet late = place(7_040_000, 7_040_000, 1_055_000);

        assertThat(late.ptsMicros()).isEqualTo(1_040_000);
    }

    @Test
    void takesTheArrivalWhereTheSourceHasNoTimes() {
        assertThat(place(Demuxer.NO_TIME, Demuxer.NO_TIME, 5).ptsMicros()).isEqualTo(5);
        assertThat(place(Demuxer.NO_TIME, Demuxer.NO_TIME, 40_005).ptsMicros()).isEqualTo(40_005);
    }

    @Test
    void doesNotFollowASourceWhoseClockJumps() {
        place(0, 0, 1_000_000);
        Packet jumped = place(3_600_000_000L, 3_600_000_000L, 1_040_000);

        assertThat(jumped.ptsMicros()).isEqualTo(1_040_000);
    }

    @Test
    void whereOnlyTheTimesOfShowingAreKnownBFramesKeepTheirs() {
        StreamFormat reordered = FORMAT.withParameters(new byte[0], 640, 360, true);
        long[] shown = {0, 120_000, 40_000, 80_000, 160_000};
        long lastDecoded = Long.MIN_VALUE;
        for (int i = 0; i < shown.length; i++) {
            Packet packet = clock.place(
                    new Demuxed(new byte[1], i == 0, shown[i], Demuxer.NO_TIME), reordered, 1_000_000 + i * 40_000L);
            assertThat(packet.ptsMicros()).isEqualTo(1_000_000 + shown[i]);
            assertThat(packet.dtsMicros()).isGreaterThan(lastDecoded);
            lastDecoded = packet.dtsMicros();
        }
    }

    @Test
    void neverGoesBack() {
        Packet first = place(1_000_000, 1_000_000, 1_000_000);
        Packet second = place(999_000, 999_000, 1_001_000);

        assertThat(second.dtsMicros()).isGreaterThan(first.dtsMicros());
    }

    @Test
    void keepsTheOrderOfShowingApartFromThatOfDecoding() {
        Packet reordered = place(120_000, 40_000, 1_000_000);

        assertThat(reordered.dtsMicros()).isEqualTo(1_000_000);
        assertThat(reordered.ptsMicros()).isEqualTo(1_080_000);
    }

    private Packet place(long pts, long dts, long arrival) {
        return clock.place(new Demuxed(new byte[1], true, pts, dts), FORMAT, arrival);
    }
}
