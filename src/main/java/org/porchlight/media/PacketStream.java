package org.porchlight.media;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a capture, JPEG or H.264. Whoever reads does not know whether it is the camera's own or made for it: it runs
 * from the first reader until {@link #LINGER} after the last. Safe for any thread.
 */
public final class PacketStream {

    /** How long a stream goes on after its last reader, so that a reloaded page need not wait for the camera. */
    static final Duration LINGER = Duration.ofSeconds(10);

    private static final long FRESH_MICROS = TimeUnit.SECONDS.toMicros(1);
    private static final long SILENT_MICROS = TimeUnit.SECONDS.toMicros(3);

    private static final long NOW = Long.MAX_VALUE;

    private final PacketRing ring;
    private final Runnable onFirstReader;
    private final BooleanSupplier neededOtherwise;
    private int readers;
    private boolean everRead;
    private long lastLeftNanos;
    private long wantedFromMicros = NOW;
    private volatile @Nullable Sentence problem;

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
        join(NOW);
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
        join(NOW);
        return Cursor.live(ring, freshWithin(SILENT_MICROS) ? ring.startFor(nowMicros()) : ring.end(), this::leave);
    }

    /**
     * A reader of every packet, beginning so that the picture of {@code preRoll} ago can be decoded, as far as it is kept;
     * with the next keyframe, where the stream has fallen silent or cannot be made. A stream that is made for its readers, and that nobody else
     * reads yet, is then made from there on, and comes faster than life until it has caught up.
     */
    public Cursor since(Duration preRoll) {
        long sinceMicros = nowMicros() - TimeUnit.NANOSECONDS.toMicros(preRoll.toNanos());
        join(preRoll.isZero() ? NOW : sinceMicros);
        boolean silent = problem != null || (!freshWithin(SILENT_MICROS) && !endsAfter(sinceMicros));
        return new Cursor(ring, silent ? ring.end() : ring.startFor(sinceMicros), false, this::leave);
    }

    /** A reader of every packet that is kept from that time on, beginning with a keyframe. */
    Cursor sinceMicros(long micros) {
        join(NOW);
        return new Cursor(ring, ring.startFor(micros), false, this::leave);
    }

    /** Why the stream cannot be made at all; null while it can, or while the camera itself gives nothing. */
    public @Nullable Sentence problem() {
        return problem;
    }

    /** Told by whoever makes the stream; null: all is well again. */
    void problem(@Nullable Sentence sentence) {
        problem = sentence;
    }

    /** From when on the stream's readers want it, for whoever is about to make it: at the latest from now on. Asked once. */
    synchronized long takeWantedFrom() {
        long from = Math.min(wantedFromMicros, nowMicros());
        wantedFromMicros = NOW;
        return from;
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

    private boolean endsAfter(long micros) {
        Packet newest = ring.newest();
        return newest != null && newest.ptsMicros() >= micros;
    }

    private void join(long sinceMicros) {
        synchronized (this) {
            wantedFromMicros = wanted() ? Math.min(wantedFromMicros, sinceMicros) : sinceMicros;
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
