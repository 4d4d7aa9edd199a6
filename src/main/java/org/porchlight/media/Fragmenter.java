package org.porchlight.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a fragment of a live MP4 of each packet of H.264, with a new header for each generation; its times go on through all of
 * them. For one thread.
 */
final class Fragmenter implements DerivedStream.Maker {

    private final PacketRing output;
    private @Nullable FragmentClock clock;
    private @Nullable StreamFormat h264;
    private @Nullable FragmentMuxer muxer;
    private @Nullable StreamFormat fragments;

    Fragmenter(PacketRing output) {
        this.output = output;
    }

    @Override
    public void pass(Packet packet) throws IOException {
        if (packet.format() != h264) {
            begin(packet.format());
        }
        if (clock == null) {
            clock = new FragmentClock(packet.ptsMicros(), packet.format().expectedRate());
        }
        if (muxer != null && fragments != null) {
            byte[] fragment = muxer.fragment(packet, clock.place(packet.ptsMicros()), clock.periodMicros());
            output.publish(new Packet(fragments, packet.key(), packet.ptsMicros(), packet.dtsMicros(), fragment));
        }
    }

    private void begin(StreamFormat format) throws IOException {
        close();
        h264 = format;
        muxer = new FragmentMuxer(format);
        fragments = format.inFragments(muxer.header());
    }

    @Override
    public void close() {
        if (muxer != null) {
            muxer.close();
            muxer = null;
        }
    }
}
