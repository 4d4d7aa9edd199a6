package org.porchlight.media;

import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.BytePointer;

/**
 * A packet as it is held by rings, perhaps by several at once. Its bytes lie outside of Java's heap, where seconds of pictures give the
 * collector nothing to do, and are freed when the last holder closes it. Safe for any thread that holds it.
 */
final class HeldPacket implements AutoCloseable {

    private final Packet described;
    private final BytePointer bytes;
    private final AtomicInteger holders = new AtomicInteger(1);

    private HeldPacket(Packet described, BytePointer bytes) {
        this.described = described;
        this.bytes = bytes;
    }

    /** Held by the caller. */
    static HeldPacket of(Packet packet) {
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
        if (left == 0) {
            bytes.deallocate();
        }
    }

    /** The packet, with bytes of its own. */
    Packet packet() {
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
        return (int) bytes.capacity();
    }
}
