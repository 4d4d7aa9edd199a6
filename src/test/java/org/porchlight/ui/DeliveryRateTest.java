package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.porchlight.viewing.Delivery;

class DeliveryRateTest {

    private final DeliveryRate rate = new DeliveryRate(0);

    @Test
    void saysWhatWasGotInTheLastSeconds() {
        assertThat(after(2, new Delivery(60, 525_000))).isEqualTo("30 fps · 2.1 Mb/s");
        assertThat(after(4, new Delivery(84, 600_000))).isEqualTo("12 fps · 300 kb/s");
    }

    @Test
    void twoLooksInAMomentSayTheSame() {
        assertThat(after(0.1, new Delivery(1, 70_000))).isEqualTo("Measuring");
        assertThat(after(2, new Delivery(60, 525_000))).isEqualTo("30 fps · 2.1 Mb/s");
        assertThat(after(2.2, new Delivery(61, 600_000))).isEqualTo("30 fps · 2.1 Mb/s");
    }

    @Test
    void nothingIsNotARate() {
        assertThat(after(2, Delivery.NOTHING)).isEqualTo("Measuring");
    }

    private String after(double seconds, Delivery delivery) {
        return rate.words(delivery, (long) (seconds * TimeUnit.SECONDS.toNanos(1)));
    }
}
