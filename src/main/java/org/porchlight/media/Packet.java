package org.porchlight.media;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One encoded (or raw) picture in Java memory. Immutable; shared by every reader, on any thread.
 *
 * <p>The times are of the capture clock: microseconds on the scale of {@link System#nanoTime()}, so that pictures of one
 * capture can be compared across streams and connections.
 */
public final class Packet {

    private final StreamFormat format;
    private final boolean key;
    private final long ptsMicros;
    private final long dtsMicros;
    private final byte[] bytes;
    private final int lostBefore;

    /** Takes {@code bytes} as they are: the caller must not touch them again. */
    Packet(StreamFormat format, boolean key, long ptsMicros, long dtsMicros, byte[] bytes) {
        this(format, key, ptsMicros, dtsMicros, bytes, 0);
    }

    private Packet(StreamFormat format, boolean key, long ptsMicros, long dtsMicros, byte[] bytes, int lostBefore) {
        this.format = format;
        this.key = key;
        this.ptsMicros = ptsMicros;
        this.dtsMicros = dtsMicros;
        this.bytes = bytes;
        this.lostBefore = lostBefore;
    }

    /** The same picture, for a stream that misses {@code lost} more pictures just before it. */
    Packet afterLosing(long lost) {
        int sum = (int) Math.min(Integer.MAX_VALUE, lostBefore + lost);
        return lost == 0 ? this : new Packet(format, key, ptsMicros, dtsMicros, bytes, sum);
    }

    /** The same picture, its bytes being these; taken as they are. */
    Packet with(byte[] otherBytes) {
        return new Packet(format, key, ptsMicros, dtsMicros, otherBytes, lostBefore);
    }

    /**
     * How many pictures the stream misses just before this one: broken ones of the camera, or such as could not be read or
     * encoded in time.
     */
    int lostBefore() {
        return lostBefore;
    }

    /** The stream this picture belongs to; another object after each new connection. */
    StreamFormat format() {
        return format;
    }

    /**
     * What a player needs before the first fragment of this generation; null for packets that are no fragments. The same object
     * for all of one generation.
     */
    public @Nullable Mp4Header header() {
        return format.header();
    }

    /** Whether a decoder can start here. Always true for JPEG and raw pictures. */
    public boolean key() {
        return key;
    }

    /** When the picture was taken, in microseconds of the capture clock. */
    public long ptsMicros() {
        return ptsMicros;
    }

    /** How long ago the picture was taken. */
    public Duration age() {
        return Duration.of(PacketStream.nowMicros() - ptsMicros, ChronoUnit.MICROS);
    }

    /** When it must be decoded; differs from {@link #ptsMicros()} only where a camera sends B-frames. */
    long dtsMicros() {
        return dtsMicros;
    }

    /** Bytes of the encoded picture. */
    public int size() {
        return bytes.length;
    }

    /** The encoded picture, read-only. A new view at each call. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** The bytes themselves, for the engine's own native calls; never written to. */
    byte[] array() {
        return bytes;
    }
}
