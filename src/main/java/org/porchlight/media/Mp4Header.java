package org.porchlight.media;

import java.nio.ByteBuffer;

/**
 * What a player needs before the first fragment of a live MP4: ftyp and moov. Immutable. Each generation of a stream has one of
 * its own, so that readers tell a new one by identity.
 */
public final class Mp4Header {

    private final byte[] bytes;

    /** Takes {@code bytes} as they are: the caller must not touch them again. */
    Mp4Header(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The two boxes, read-only. A new view at each call. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
