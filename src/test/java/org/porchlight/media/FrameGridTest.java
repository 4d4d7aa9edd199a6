package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameGridTest {

    @Test
    void meetsALowerRateEvenly() {
        FrameGrid grid = new FrameGrid(12);

        long[] kept = IntStream.range(0, 300)
                .mapToLong(i -> i * 1_000_000L / 30)
                .filter(grid::keeps)
                .toArray();

        assertThat((double) kept.length).isCloseTo(120, within(1.0));
        for (int i = 1; i < kept.length; i++) {
            assertThat(kept[i] - kept[i - 1]).isBetween(60_000L, 105_000L);
        }
    }

    @Test
    void losesNothingOfAnUnevenCameraAtTheWishedRate() {
        FrameGrid grid = new FrameGrid(30);
        Random jitter = new Random(7);

        long kept = IntStream.range(0, 300)
                .mapToLong(i -> i * 1_000_000L / 30 + jitter.nextInt(-5_000, 5_000))
                .filter(grid::keeps)
                .count();

        assertThat(kept).isEqualTo(300);
    }

    @Test
    void losesNothingOfASlowerCamera() {
        FrameGrid grid = new FrameGrid(30);

        long kept = IntStream.range(0, 100)
                .mapToLong(i -> i * 1_000_000L / 12)
                .filter(grid::keeps)
                .count();

        assertThat(kept).isEqualTo(100);
    }
}
