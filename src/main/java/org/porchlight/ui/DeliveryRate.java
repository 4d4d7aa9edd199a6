package org.porchlight.ui;

import java.time.Duration;
import java.util.Locale;
import org.porchlight.viewing.Delivery;

/**
 * What a page gets, in words: "30 fps · 2.1 Mb/s". Measured over a second or more; for one viewing. A reader that has just begun
 * gets pictures of the last seconds too, all at once: what comes first is not counted.
 */
final class DeliveryRate {

    private static final long SHORTEST_NANOS = Duration.ofSeconds(1).toNanos();

    private Delivery before = Delivery.NOTHING;
    private long beforeNanos;
    private boolean steady;
    private String words = "Measuring";

    /** Begins with the viewing. */
    DeliveryRate(long nowNanos) {
        beforeNanos = nowNanos;
    }

    /** The rate up to now; as told before, when that is only a moment ago. */
    String words(Delivery now, long nowNanos) {
        long nanos = nowNanos - beforeNanos;
        if (nanos >= SHORTEST_NANOS) {
            long pictures = now.pictures() - before.pictures();
            long bits = (now.bytes() - before.bytes()) * Byte.SIZE;
            words = pictures > 0 && steady ? words(pictures * 1e9 / nanos, bits * 1e9 / nanos) : "Measuring";
            steady = pictures > 0;
            before = now;
            beforeNanos = nowNanos;
        }
        return words;
    }

    private static String words(double picturesPerSecond, double bitsPerSecond) {
        String rate = bitsPerSecond < 1e6
                ? Math.round(bitsPerSecond / 1e3) + " kb/s"
                : String.format(Locale.ROOT, "%.1f Mb/s", bitsPerSecond / 1e6);
        return Math.max(1, Math.round(picturesPerSecond)) + " fps · " + rate;
    }
}
