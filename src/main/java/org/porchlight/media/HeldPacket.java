package org.porchlight.media;

import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * A packet as it is held by rings, perhaps by several at once. Its bytes lie outside of Java's heap, where seconds of pictures give the
 * collector nothing to do, and are freed when the last holder closes it. Safe for any thread that holds it.
 */
final class HeldPacket implements AutoCloseable {

    private final Packet described;
    private final @Nullable BytePointer bytes;
    private final AtomicInteger holders = new AtomicInteger(1);

    private HeldPacket(Packet described, @Nullable BytePointer bytes) {
        this.described = described;
        this.bytes = bytes;
    }

    /** Held by the caller. */
    static HeldPacket of(Packet packet) {
        if (packet.format().raw()) {
            return new HeldPacket(packet, null); // megabytes, for a fraction of a second: not worth moving
        }
        BytePointer bytes = new BytePointer((long) packet.size());
        bytes.put(packet.array(), 0, packet.size());
        return new HeldPacket(packet.with(new byte[0]), bytes);
    }

    /** The same, held once more. */
    HeldPacket share() {
        if (holders.getAndIncrement() <= 0) {
            throw new IllegalStateException("Nobody holds this packet any more");
        }
        return this;
    }

    /** To be called by each holder, once. */
    @Override
    public void close() {
        int left = holders.decrementAndGet();
        if (left < 0) {
            throw new IllegalStateException("Nobody holds this packet any more");
        }
        if (left == 0 && bytes != null) {
            bytes.deallocate();
        }
    }

    /** The packet, with bytes of its own. */
    Packet packet() {
        if (bytes == null) {
            return described;
        }
        byte[] copy = new byte[size()];
        bytes.get(copy);
        return described.with(copy);
    }

    StreamFormat format() {
        return described.format();
    }

    boolean key() {
        return described.key();
    }

    long ptsMicros() {
        return described.ptsMicros();
    }

    int size() {
        return bytes == null ? described.size() : (int) bytes.capacity();
    }
}
