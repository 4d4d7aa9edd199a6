package org.porchlight.media;

import org.jspecify.annotations.Nullable;
import org.porchlight.media.Demuxer.Demuxed;

/**
 * Makes packets of what one connection delivers: broken pictures are left out, and the next good one says how many; missing
 * Huffman tables are put in, times placed on the capture clock. A stream whose pictures depend on each other begins with a
 * keyframe, and goes on with one after a broken picture. For one thread.
 */
final class Intake {

    private final CaptureClock clock = new CaptureClock();
    private final H264Intake h264 = new H264Intake();
    private StreamFormat format;
    private boolean begun;
    private int lost;
    private boolean refused;

    Intake(StreamFormat format) {
        this.format = format;
    }

    /** The packet to publish, or null where there is none to make of it. */
    @Nullable
    Packet take(Demuxed demuxed, long arrivalMicros) {
        Demuxed picture = format.jpeg() ? jpeg(demuxed) : format.h264() ? h264(demuxed) : other(demuxed);
        if (picture == null) {
            return null;
        }
        Packet packet = clock.place(picture, format, arrivalMicros).afterLosing(lost);
        lost = 0;
        refused = false;
        return packet;
    }

    /** Whether pictures were left out since the last good one, because they were broken. */
    boolean refuses() {
        return refused;
    }

    private void refuse() {
        refused = true;
        lost++;
        begun = false;
    }

    private @Nullable Demuxed jpeg(Demuxed demuxed) {
        Jpeg jpeg = Jpeg.inspect(demuxed.bytes());
        if (!jpeg.whole()) {
            refuse();
            return null;
        }
        if (jpeg.width() != format.width() || jpeg.height() != format.height()) {
            format = format.resized(jpeg.width(), jpeg.height());
        }
        byte[] picture = Jpeg.withHuffmanTables(demuxed.bytes());
        return new Demuxed(picture, true, demuxed.ptsMicros(), demuxed.dtsMicros());
    }

    private @Nullable Demuxed h264(Demuxed demuxed) {
        H264Unit unit = H264Unit.of(demuxed.bytes(), H264Parameters.lengthBytes(format.extradata()));
        if (!unit.whole()) {
            refuse();
            return null;
        }
        StreamFormat now = h264.follow(format, unit);
        if (now != format) {
            format = now;
            begun = false;
        }
        if (!unit.picture() || !h264.complete()) {
            return null;
        }
        return fromKeyframe(demuxed, demuxed.key());
    }

    private @Nullable Demuxed other(Demuxed demuxed) {
        if (demuxed.bytes().length == 0) {
            refuse();
            return null;
        }
        return fromKeyframe(demuxed, demuxed.key() || format.standAlone());
    }

    private @Nullable Demuxed fromKeyframe(Demuxed demuxed, boolean key) {
        begun |= key;
        if (!begun) {
            lost++;
            return null;
        }
        return new Demuxed(demuxed.bytes(), key, demuxed.ptsMicros(), demuxed.dtsMicros());
    }
}
