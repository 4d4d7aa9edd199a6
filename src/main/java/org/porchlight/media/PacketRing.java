package org.porchlight.media;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The last seconds of a stream's packets: one producer, any number of readers, each with a {@link Cursor} of its own.
 *
 * <p>Invariant, under the lock: {@code slots} holds the packets {@code first} to {@code end - 1}, each at its number modulo
 * the length; their sizes sum up to {@code bytes}; {@code newestKey} is the number of the newest keyframe that was ever
 * published (it may have fallen off); {@code newest} is the last packet, which most readers want, as it was published. Publishing and
 * reading cost O(1) and at most a copy of the packet; the producer never waits for a reader.
 */
final class PacketRing {

    private long maxBytes;
    private long maxAgeMicros;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private @Nullable HeldPacket[] slots = new @Nullable HeldPacket[64];
    private @Nullable Packet newest;
    private long first;
    private long end;
    private long bytes;
    private long newestKey = -1;

    PacketRing(long maxBytes, long maxAgeMicros) {
        this.maxBytes = maxBytes;
        this.maxAgeMicros = maxAgeMicros;
    }

    /** Holds as much from now on; what is beyond falls off with the next packet. */
    void hold(long newMaxBytes, long newMaxAgeMicros) {
        lock.lock();
        try {
            maxBytes = newMaxBytes;
            maxAgeMicros = newMaxAgeMicros;
        } finally {
            lock.unlock();
        }
    }

    /** Adds the newest packet and lets the oldest go beyond the bounds. At least one packet always stays. */
    void publish(Packet packet) {
        try (HeldPacket held = HeldPacket.of(packet)) {
            publish(packet, held);
        }
    }

    /** The same, for a packet that other rings may hold too. */
    void publish(Packet packet, HeldPacket held) {
        lock.lock();
        try {
            if (end - first == slots.length) {
                grow();
            }
            if (packet.key()) {
                newestKey = end;
            }
            slots[slot(end++)] = held.share();
            newest = packet;
            bytes += held.size();
            while (end - first > 1 && (bytes > maxBytes || tooOld(packet.ptsMicros()))) {
                dropFirst();
            }
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The newest keyframe stays however old it is: without it nothing after it can be shown. */
    private boolean tooOld(long nowMicros) {
        return first < newestKey && nowMicros - at(first).ptsMicros() > maxAgeMicros;
    }

    /** Forgets every packet; readers wait for the next one. */
    void clear() {
        lock.lock();
        try {
            while (first < end) {
                dropFirst();
            }
            newest = null;
        } finally {
            lock.unlock();
        }
    }

    /** The number that the next published packet will have. */
    long end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** The newest packet, or null where there is none. */
    @Nullable
    Packet newest() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    /** The time of the oldest packet; {@link Long#MAX_VALUE} where there is none. */
    long oldestMicros() {
        lock.lock();
        try {
            return first < end ? at(first).ptsMicros() : Long.MAX_VALUE;
        } finally {
            lock.unlock();
        }
    }

    /** The number of the first packet that is newer than {@code ptsMicros}; the next packet's where there is none. */
    long firstAfter(long ptsMicros) {
        lock.lock();
        try {
            long number = end;
            while (number > first && at(number - 1).ptsMicros() > ptsMicros) {
                number--;
            }
            return number;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Where a reader starts that wants pictures from {@code ptsMicros} on: at the newest keyframe not later than that, else
     * at the oldest keyframe there is, else at the next packet. Only the newest generation counts.
     */
    long startFor(long ptsMicros) {
        lock.lock();
        try {
            long start = end;
            for (long number = end - 1;
                    number >= first && at(number).format() == at(end - 1).format();
                    number--) {
                if (at(number).key()) {
                    start = number;
                    if (at(number).ptsMicros() <= ptsMicros) {
                        break;
                    }
                }
            }
            return start;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Where a reader goes on that is about to read packet {@code number}: at the newest keyframe, where that comes later and
     * the packet is more than {@code micros} older than the newest one.
     */
    long catchUp(long number, long micros) {
        lock.lock();
        try {
            boolean behind = number < newestKey
                    && newestKey >= first
                    && (number < first || at(end - 1).ptsMicros() - at(number).ptsMicros() > micros);
            return behind ? newestKey : number;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until packet {@code number} or a later one is there.
     *
     * @return the number to read: {@code number} itself, or the newest keyframe's (else the oldest packet's) where
     *     {@code number} has fallen off; -1 when nothing came in time
     */
    long await(long number, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (end <= number || first == end) {
                if (left <= 0) {
                    return -1;
                }
                left = published.awaitNanos(left);
            }
            if (number >= first) {
                return number;
            }
            return Math.max(first, newestKey);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a packet not older than {@code number} and returns the newest of them; -1 when nothing came in time. */
    long awaitNewest(long number, long nanos) throws InterruptedException {
        return await(number, nanos) < 0 ? -1 : end() - 1;
    }

    /** The packet of that number, or null when it has fallen off meanwhile. */
    @Nullable
    Packet get(long number) {
        lock.lock();
        try {
            if (number < first || number >= end) {
                return null;
            }
            return number == end - 1 ? newest : at(number).packet();
        } finally {
            lock.unlock();
        }
    }

    private void dropFirst() {
        HeldPacket oldest = at(first);
        bytes -= oldest.size();
        slots[slot(first++)] = null;
        oldest.close();
    }

    private HeldPacket at(long number) {
        HeldPacket packet = slots[slot(number)];
        if (packet == null) {
            throw new IllegalStateException("No packet " + number + " in the ring of " + first + " to " + end);
        }
        return packet;
    }

    private int slot(long number) {
        return (int) (number % slots.length);
    }

    private void grow() {
        @Nullable HeldPacket[] larger = new @Nullable HeldPacket[slots.length * 2];
        for (long number = first; number < end; number++) {
            larger[(int) (number % larger.length)] = at(number);
        }
        slots = larger;
    }
}
