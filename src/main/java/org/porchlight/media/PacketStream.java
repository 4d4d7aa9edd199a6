package org.porchlight.media;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One stream of a capture, JPEG or H.264. Whoever reads does not know whether it is the camera's own or made for it: it runs
 * from the first reader until {@link #LINGER} after the last. Safe for any thread.
 */
public final class PacketStream {

    /** How long a stream goes on after its last reader, so that a reloaded page need not wait for the camera. */
    static final Duration LINGER = Duration.ofSeconds(10);

    private static final long FRESH_MICROS = TimeUnit.SECONDS.toMicros(1);
    private static final long SILENT_MICROS = TimeUnit.SECONDS.toMicros(3);

    private final PacketRing ring;
    private final Runnable onFirstReader;
    private final BooleanSupplier neededOtherwise;
    private int readers;
    private boolean everRead;
    private long lastLeftNanos;

    PacketStream(PacketRing ring, Runnable onFirstReader) {
        this(ring, onFirstReader, () -> false);
    }

    /** @param neededOtherwise whether another stream is made of this one just now; must not ask back */
    PacketStream(PacketRing ring, Runnable onFirstReader, BooleanSupplier neededOtherwise) {
        this.ring = ring;
        this.onFirstReader = onFirstReader;
        this.neededOtherwise = neededOtherwise;
    }

    /** A reader that always gets the newest picture, beginning with the present one if it is fresh. */
    public Cursor fromNewest() {
        join();
        boolean fresh = freshWithin(FRESH_MICROS);
        return new Cursor(ring, fresh ? ring.end() - 1 : ring.end(), true, this::leave);
    }

    /** A reader of every packet, beginning with the newest keyframe. */
    public Cursor fromKeyframe() {
        return since(Duration.ZERO);
    }

    /**
     * A reader of every packet that shows them as they come: it begins with the newest keyframe, and goes on at a newer one
     * when it has fallen {@link Cursor#FAR_BEHIND} behind.
     */
    public Cursor live() {
        join();
        return Cursor.live(ring, startFor(Duration.ZERO), this::leave);
    }

    /**
     * A reader of every packet, beginning so that the picture of {@code preRoll} ago can be decoded, as far as it is kept;
     * with the next keyframe, where the stream has fallen silent.
     */
    public Cursor since(Duration preRoll) {
        join();
        return new Cursor(ring, startFor(preRoll), false, this::leave);
    }

    private long startFor(Duration preRoll) {
        return freshWithin(SILENT_MICROS)
                ? ring.startFor(nowMicros() - TimeUnit.NANOSECONDS.toMicros(preRoll.toNanos()))
                : ring.end();
    }

    /** Whether somebody reads, or did so a moment ago. */
    boolean wanted() {
        return isRead() || neededOtherwise.getAsBoolean();
    }

    private synchronized boolean isRead() {
        return readers > 0 || (everRead && System.nanoTime() - lastLeftNanos < LINGER.toNanos());
    }

    PacketRing ring() {
        return ring;
    }

    static long nowMicros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    }

    private boolean freshWithin(long micros) {
        Packet newest = ring.newest();
        return newest != null && nowMicros() - newest.ptsMicros() < micros;
    }

    private void join() {
        synchronized (this) {
            readers++;
            everRead = true;
        }
        onFirstReader.run();
    }

    private synchronized void leave() {
        readers--;
        lastLeftNanos = System.nanoTime();
    }
}
