package org.porchlight.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a derived stream is made of: a camera's packets from a moment on that may lie some seconds back. Raw pictures are too
 * large to be kept for seconds; for the past of a camera that gives such, the JPEGs are read that were made for its viewers,
 * until the camera's own packets reach back to where that has come. For one thread.
 */
final class Feed implements AutoCloseable {

    private final PacketRing camera;
    private Cursor packets;
    private boolean past;
    private long reachedMicros;
    private long missed;

    /** @param jpegs the camera's pictures as JPEG, or null where the past is not wanted */
    Feed(PacketRing camera, @Nullable PacketStream jpegs, long sinceMicros) {
        this.camera = camera;
        this.reachedMicros = sinceMicros;
        this.past = jpegs != null && jpegs.wanted() && isRaw(camera) && !reachesBack();
        this.packets = past && jpegs != null
                ? jpegs.sinceMicros(sinceMicros)
                : new Cursor(camera, camera.startFor(sinceMicros), false, () -> {});
    }

    /** The next packet, which says how many are missing before it; null when none came in time. */
    @Nullable
    Packet next(Duration timeout) throws InterruptedException {
        if (past && reachesBack()) {
            toThePresent();
        }
        Packet packet = packets.next(timeout);
        if (packet == null) {
            if (past) {
                toThePresent();
            }
            return null;
        }
        reachedMicros = packet.ptsMicros();
        long lost = packets.missed() - missed;
        missed = packets.missed();
        return packet.afterLosing(lost);
    }

    private static boolean isRaw(PacketRing camera) {
        Packet newest = camera.newest();
        return newest != null && newest.format().raw();
    }

    /** Whether no picture would be missing if it went on with the camera's own packets. */
    private boolean reachesBack() {
        return camera.oldestMicros() <= reachedMicros;
    }

    private void toThePresent() {
        packets.close();
        packets = new Cursor(camera, camera.firstAfter(reachedMicros), false, () -> {});
        missed = 0;
        past = false;
    }

    @Override
    public void close() {
        packets.close();
    }
}
