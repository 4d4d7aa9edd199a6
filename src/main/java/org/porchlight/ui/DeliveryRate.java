package org.porchlight.ui;

import java.time.Duration;
import java.util.Optional;
import org.porchlight.viewing.Delivery;

/**
 * What a page gets, measured over a second or more; for one viewing. A reader that has just begun gets pictures of the last
 * seconds too, all at once: what comes first is not counted.
 */
final class DeliveryRate {

    private static final long SHORTEST_NANOS = Duration.ofSeconds(1).toNanos();

    private Delivery before = Delivery.NOTHING;
    private long beforeNanos;
    private boolean steady;
    private Optional<Rate> rate = Optional.empty();

    /** How much comes in a second. */
    record Rate(double pictures, double bits) {}

    /** Begins with the viewing. */
    DeliveryRate(long nowNanos) {
        beforeNanos = nowNanos;
    }

    /**
     * Looks at what has come up to now.
     *
     * @return whether that was a measurement; a look shortly after another is none
     */
    boolean look(Delivery now, long nowNanos) {
        long nanos = nowNanos - beforeNanos;
        if (nanos < SHORTEST_NANOS) {
            return false;
        }
        long pictures = now.pictures() - before.pictures();
        long bits = (now.bytes() - before.bytes()) * Byte.SIZE;
        rate = pictures > 0 && steady
                ? Optional.of(new Rate(pictures * 1e9 / nanos, bits * 1e9 / nanos))
                : Optional.empty();
        steady = pictures > 0;
        before = now;
        beforeNanos = nowNanos;
        return true;
    }

    /** As measured last; empty while there is nothing steady to measure. */
    Optional<Rate> rate() {
        return rate;
    }
}
