package org.porchlight.media;

import org.jspecify.annotations.Nullable;
import org.porchlight.media.Demuxer.Demuxed;

/**
 * Makes packets of what one connection delivers: broken pictures are left out, missing Huffman tables put in, times placed
 * on the capture clock; a stream whose pictures depend on each other begins with a keyframe. For one thread.
 */
final class Intake {

    private final CaptureClock clock = new CaptureClock();
    private StreamFormat format;
    private boolean begun;

    Intake(StreamFormat format) {
        this.format = format;
    }

    /** The packet to publish, or null where there is none to make of it. */
    @Nullable
    Packet take(Demuxed demuxed, long arrivalMicros) {
        return format.jpeg() ? takeJpeg(demuxed, arrivalMicros) : takeOther(demuxed, arrivalMicros);
    }

    private @Nullable Packet takeJpeg(Demuxed demuxed, long arrivalMicros) {
        Jpeg jpeg = Jpeg.inspect(demuxed.bytes());
        if (!jpeg.whole()) {
            return null;
        }
        if (jpeg.width() != format.width() || jpeg.height() != format.height()) {
            format = format.resized(jpeg.width(), jpeg.height());
        }
        byte[] picture = Jpeg.withHuffmanTables(demuxed.bytes());
        return clock.place(new Demuxed(picture, true, demuxed.ptsMicros(), demuxed.dtsMicros()), format, arrivalMicros);
    }

    private @Nullable Packet takeOther(Demuxed demuxed, long arrivalMicros) {
        boolean key = demuxed.key() || format.standAlone();
        begun |= key;
        if (!begun) {
            return null;
        }
        return clock.place(
                new Demuxed(demuxed.bytes(), key, demuxed.ptsMicros(), demuxed.dtsMicros()), format, arrivalMicros);
    }
}
