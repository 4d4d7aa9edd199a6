package org.porchlight.media;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One reader's place in a {@link PacketStream}. While it is open the stream is kept running for it. To be used by one thread
 * at a time; closing it twice does no harm.
 */
public final class Cursor implements AutoCloseable {

    /** Behind the newest packet by more than this, a reader that shows pictures live goes on at a newer keyframe. */
    static final Duration FAR_BEHIND = Duration.ofMillis(1500);

    private final PacketRing ring;
    private final boolean newestWins;
    private final Runnable onClose;
    private long farBehindMicros = Long.MAX_VALUE;
    private long next;
    private long missed;
    private boolean keyNeeded;
    private boolean closed;

    Cursor(PacketRing ring, long start, boolean newestWins, Runnable onClose) {
        this.ring = ring;
        this.next = start;
        this.newestWins = newestWins;
        this.keyNeeded = !newestWins;
        this.onClose = onClose;
    }

    /** A cursor for every packet, that leaves some out rather than fall behind. */
    static Cursor live(PacketRing ring, long start, Runnable onClose) {
        Cursor cursor = new Cursor(ring, start, false, onClose);
        cursor.farBehindMicros = TimeUnit.NANOSECONDS.toMicros(FAR_BEHIND.toNanos());
        return cursor;
    }

    /**
     * The next packet for this reader, waiting for it if need be. A reader that was opened at the newest picture always gets
     * the newest; any other gets each packet in turn, and goes on at the newest keyframe when it was too slow.
     *
     * @return null when no packet came in time: the stream may still go on
     */
    public @Nullable Packet next(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!closed) {
            long left = deadline - System.nanoTime();
            long number =
                    newestWins ? ring.awaitNewest(next, left) : ring.await(ring.catchUp(next, farBehindMicros), left);
            if (number < 0) {
                return null;
            }
            Packet packet = ring.get(number);
            if (packet != null) {
                missed += number - next;
                keyNeeded |= !newestWins && number != next;
                next = number + 1;
                if (packet.key() || !keyNeeded) {
                    keyNeeded = false;
                    return packet;
                }
            }
        }
        return null;
    }

    /** Leaves out what comes before the next keyframe: for a reader that has fallen behind and would not catch up. */
    public void skipToKeyframe() {
        keyNeeded = true;
    }

    /** How many packets were left out so far, because this reader was too slow or wanted the newest only. */
    public long missed() {
        return missed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            onClose.run();
        }
    }
}
