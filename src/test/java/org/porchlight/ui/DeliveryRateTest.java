package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.porchlight.ui.DeliveryRate.Rate;
import org.porchlight.viewing.Delivery;

class DeliveryRateTest {

    private final DeliveryRate rate = new DeliveryRate(0);

    @Test
    void saysWhatWasGotInTheLastSeconds() {
        after(1, new Delivery(30, 262_500));
        assertThat(after(3, new Delivery(90, 787_500))).contains(new Rate(30, 2_100_000));
        assertThat(after(5, new Delivery(114, 862_500))).contains(new Rate(12, 300_000));
    }

    @Test
    void whatComesAtOnceInTheBeginningIsNoRate() {
        assertThat(after(1.4, new Delivery(60, 525_000))).isEmpty();
        assertThat(after(3.4, new Delivery(120, 1_050_000))).contains(new Rate(30, 2_100_000));
    }

    @Test
    void norIsWhatComesAtOnceWhenTheCameraIsBack() {
        after(1, new Delivery(30, 262_500));
        after(3, new Delivery(90, 787_500));
        assertThat(after(5, new Delivery(90, 787_500))).isEmpty();
        assertThat(after(7, new Delivery(190, 1_662_500))).isEmpty();
        assertThat(after(9, new Delivery(250, 2_187_500))).contains(new Rate(30, 2_100_000));
    }

    @Test
    void twoLooksInAMomentSayTheSame() {
        assertThat(after(0.1, new Delivery(1, 70_000))).isEmpty();
        after(1, new Delivery(30, 262_500));
        assertThat(after(3, new Delivery(90, 787_500))).contains(new Rate(30, 2_100_000));
        assertThat(after(3.2, new Delivery(91, 862_500))).contains(new Rate(30, 2_100_000));
    }

    @Test
    void nothingIsNotARate() {
        assertThat(after(2, Delivery.NOTHING)).isEmpty();
    }

    private Optional<Rate> after(double seconds, Delivery delivery) {
        rate.look(delivery, (long) (seconds * TimeUnit.SECONDS.toNanos(1)));
        return rate.rate();
    }
}
