package org.porchlight.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An open connection to a source. Opened, read and closed on one thread. */
interface Demuxer extends AutoCloseable {

    /** "No time stamp", FFmpeg's AV_NOPTS_VALUE. */
    long NO_TIME = Long.MIN_VALUE;

    /** What its packets have in common. */
    StreamFormat format();

    /**
     * The next packet, or null when none has come yet (after a short wait).
     *
     * @throws IOException with a sentence for people when the connection has ended
     */
    @Nullable
    Demuxed read() throws IOException;

    @Override
    void close();

    /**
     * A packet as the source gave it.
     *
     * @param bytes the picture; empty where the source itself says that it is broken
     * @param ptsMicros presentation time on the source's own clock, or {@link #NO_TIME}
     * @param dtsMicros decoding time on the source's own clock, or {@link #NO_TIME}
     */
    record Demuxed(byte[] bytes, boolean key, long ptsMicros, long dtsMicros) {}
}
