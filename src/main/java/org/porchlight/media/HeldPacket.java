package org.porchlight.media;

import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * A packet as rings hold it, several perhaps the same one: its bytes lie outside of Java's heap, where seconds of pictures cost no collection and
 * only their own size. They are freed when the last one who holds it lets go. Safe for any thread that holds it.
 */
final class HeldPacket {

    /** Larger ones, raw pictures, are held for a moment only, and stay where they are. */
    private static final int MOST_BYTES = 1 << 20;

    private final Packet described;
    private final @Nullable BytePointer bytes;
    private final AtomicInteger holders = new AtomicInteger(1);

    private HeldPacket(Packet described, @Nullable BytePointer bytes) {
        this.described = described;
        this.bytes = bytes;
    }

    /** Held by the caller. */
    static HeldPacket of(Packet packet) {
        if (packet.size() > MOST_BYTES) {
            return new HeldPacket(packet, null);
        }
        BytePointer bytes = new BytePointer((long) packet.size());
        bytes.put(packet.array(), 0, packet.size());
        return new HeldPacket(packet.with(new byte[0]), bytes);
    }

    /** The same, held once more. */
    HeldPacket share() {
        holders.incrementAndGet();
        return this;
    }

    /** To be called by each holder, once. */
    void letGo() {
        if (holders.decrementAndGet() == 0 && bytes != null) {
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
