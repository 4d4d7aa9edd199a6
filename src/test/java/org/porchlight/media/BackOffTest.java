package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void itWaitsLongerEachTimeUntilThereIsHopeAgain() {
        BackOff backOff = new BackOff(() -> 0.5);
        assertThat(Stream.generate(() -> backOff.next().toSeconds()).limit(7))
                .containsExactly(1L, 2L, 5L, 10L, 30L, 30L, 30L);

        backOff.reset();

        assertThat(backOff.next().toSeconds()).isEqualTo(1);
    }

    @Test
    void itIsATenthMoreOrLess() {
        assertThat(new BackOff(() -> 0).next().toMillis()).isEqualTo(900);
        assertThat(new BackOff(() -> 1).next().toMillis()).isEqualTo(1100);
    }
}
