package org.porchlight.media;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.porchlight.media.CaptureStatus.Encoding;
import org.porchlight.media.Transcoder.Target;

/**
 * The streams of one capture: what the camera gives, kept for some seconds, and what is made of it while somebody wants that.
 * Published to by the capture's thread, read from any.
 */
final class Streams implements AutoCloseable {

    /** What is held beside the pre-roll: a keyframe before it, and time for a recording that begins there to catch up. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** Keyframes may lie so far apart; H.264 is small. */
    private static final Duration LONGEST_GOP = Duration.ofSeconds(5);

    /** As much as a camera sends that gives 30 large JPEGs a second, and a quarter more. */
    private static final long BYTES_A_SECOND = 3L << 20;

    private final PacketRing camera = new PacketRing(0, 0);
    private final PacketStream jpeg;
    private final PacketStream h264;
    private final PacketStream fragments;
    private final EncoderChoice encoders = new EncoderChoice();
    private final DerivedStream toJpeg;
    private final DerivedStream toH264;
    private final DerivedStream toFragments;
    private int lostAndLeftOut;

    /** @param onReader told whenever somebody begins to read */
    Streams(Runnable onReader) {
        jpeg = new PacketStream(new PacketRing(0, 0), onReader);
        fragments = new PacketStream(new PacketRing(0, 0), onReader);
        h264 = new PacketStream(new PacketRing(0, 0), onReader, fragments::wanted);
        toJpeg = new DerivedStream("JPEG", camera, jpeg, () -> new Transcoder(Target.JPEG, encoders, jpeg.ring()));
        toH264 = new DerivedStream(
                "H.264", camera, jpeg, h264, () -> new Transcoder(Target.H264, encoders, h264.ring()));
        toFragments = new DerivedStream("live MP4", h264.ring(), fragments, () -> new Fragmenter(fragments.ring()));
        keep(Duration.ZERO);
    }

    PacketStream jpeg() {
        return jpeg;
    }

    PacketStream h264() {
        return h264;
    }

    PacketStream fragments() {
        return fragments;
    }

    boolean wanted() {
        return jpeg.wanted() || h264.wanted();
    }

    /** See {@link Capture#keep}. */
    void keep(Duration preRoll) {
        Duration held = preRoll.plus(MARGIN);
        hold(camera, held, held);
        hold(jpeg.ring(), held, held);
        hold(h264.ring(), held, held.plus(LONGEST_GOP));
        hold(fragments.ring(), MARGIN, MARGIN);
    }

    private static void hold(PacketRing ring, Duration bytes, Duration time) {
        ring.hold(bytes.toSeconds() * BYTES_A_SECOND, TimeUnit.SECONDS.toMicros(time.toSeconds()));
    }

    /** The camera's next packet, for whoever reads it and for what is made of it. */
    void publish(Packet given) {
        Packet packet = given.afterLosing(lostAndLeftOut);
        lostAndLeftOut = 0;
        try (HeldPacket held = HeldPacket.of(packet)) {
            camera.publish(packet, held);
            if (packet.format().jpeg()) {
                passThrough(packet, held, jpeg);
            } else {
                toJpeg.runIfWanted();
            }
            if (packet.format().plainH264()) {
                passThrough(packet, held, h264);
            } else {
                toH264.runIfWanted();
            }
        }
        toFragments.runIfWanted();
    }

    private static void passThrough(Packet packet, HeldPacket held, PacketStream stream) {
        stream.problem(null);
        stream.ring().publish(packet, held);
    }

    /** A packet that is not published because fewer are wished for: what is missing before it is missing all the same. */
    void leaveOut(Packet packet) {
        lostAndLeftOut += packet.lostBefore();
    }

    /** The camera is closed: nothing of it is kept. */
    void clear() {
        camera.clear();
        for (PacketStream stream : new PacketStream[] {jpeg, h264, fragments}) {
            stream.ring().clear();
            stream.problem(null);
        }
    }

    /** What is made of the camera's pictures, and what cannot be. */
    Encoding encoding() {
        return new Encoding(encoders.words(), jpeg.problem() != null ? jpeg.problem() : h264.problem());
    }

    /** Nothing is made any more. */
    @Override
    public void close() {
        toJpeg.close();
        toH264.close();
        toFragments.close();
    }
}
