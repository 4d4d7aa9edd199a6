package org.porchlight.media;

import org.jspecify.annotations.Nullable;

/**
 * Follows the parameters of one connection's H.264. They may come beside the stream, within it, or both; where those within
 * it are others than before, the stream goes on as a new generation, and so it does when the first B-frame shows that the
 * pictures come in another order than they are shown. For one thread.
 */
final class H264Intake {

    private @Nullable H264Parameters known;
    private boolean complete;

    /** The format that holds from this packet on: {@code format} itself where nothing has changed. */
    StreamFormat follow(StreamFormat format, H264Unit unit) {
        boolean first = known == null;
        H264Parameters before = known == null ? H264Parameters.ofExtradata(format.extradata()) : known;
        boolean changed = unit.parameters().differFrom(before);
        if (!first && !changed && (format.reordered() || !unit.reordered())) {
            return format;
        }
        H264Parameters after = unit.parameters().or(before);
        H264Sps sps = after.described();
        known = after;
        complete = after.complete();
        if (sps == null || !complete) {
            return format;
        }
        StreamFormat now = format.withParameters(
                changed ? extradata(format, after) : format.extradata(),
                sps.width(),
                sps.height(),
                format.reordered() || unit.reordered() || sps.reordered());
        boolean same = !changed
                && now.width() == format.width()
                && now.height() == format.height()
                && now.reordered() == format.reordered();
        return same ? format : now;
    }

    /** Whether all is known that a decoder needs. */
    boolean complete() {
        return complete;
    }

    private static byte[] extradata(StreamFormat format, H264Parameters parameters) {
        boolean lengths = H264Parameters.lengthBytes(format.extradata()) != 0;
        return lengths ? parameters.record() : parameters.annexB();
    }
}
