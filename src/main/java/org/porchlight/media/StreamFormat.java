package org.porchlight.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_RAWVIDEO;

import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;

/**
 * What the packets of one connection have in common. Each connection makes one of its own, so that readers tell a new
 * generation of a stream by identity.
 */
final class StreamFormat {

    private final int codecId;
    private final int width;
    private final int height;
    private final int pixelFormat;
    private final byte[] extradata;
    private final boolean reordered;
    private final int expectedRate;
    private final @Nullable Mp4Header header;

    /**
     * @param codecId FFmpeg's AV_CODEC_ID
     * @param pixelFormat FFmpeg's AV_PIX_FMT, for raw pictures
     * @param extradata the codec's parameters (SPS and PPS), empty where the packets carry them
     * @param reordered whether pictures are sent in another order than shown (B-frames)
     * @param expectedRate about how many pictures a second will come; what an encoder plans with
     */
    StreamFormat(
            int codecId,
            int width,
            int height,
            int pixelFormat,
            byte[] extradata,
            boolean reordered,
            int expectedRate) {
        this(codecId, width, height, pixelFormat, extradata, reordered, expectedRate, null);
    }

    private StreamFormat(
            int codecId,
            int width,
            int height,
            int pixelFormat,
            byte[] extradata,
            boolean reordered,
            int expectedRate,
            @Nullable Mp4Header header) {
        this.codecId = codecId;
        this.width = width;
        this.height = height;
        this.pixelFormat = pixelFormat;
        this.extradata = extradata;
        this.reordered = reordered;
        this.expectedRate = expectedRate;
        this.header = header;
    }

    int codecId() {
        return codecId;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int pixelFormat() {
        return pixelFormat;
    }

    byte[] extradata() {
        return extradata;
    }

    int expectedRate() {
        return expectedRate;
    }

    /** The same stream in another size, as a camera may change it by itself. */
    StreamFormat resized(int newWidth, int newHeight) {
        return new StreamFormat(codecId, newWidth, newHeight, pixelFormat, extradata, reordered, expectedRate);
    }

    /** The same stream, its packets wrapped as fragments of a live MP4. */
    StreamFormat inFragments(Mp4Header itsHeader) {
        return new StreamFormat(codecId, width, height, pixelFormat, extradata, reordered, expectedRate, itsHeader);
    }

    /** What comes before the first fragment; null where packets are not fragments. */
    @Nullable
    Mp4Header header() {
        return header;
    }

    /** The same stream with other parameters in it, as a camera may change them by itself. */
    StreamFormat withParameters(byte[] newExtradata, int newWidth, int newHeight, boolean nowReordered) {
        return new StreamFormat(codecId, newWidth, newHeight, pixelFormat, newExtradata, nowReordered, expectedRate);
    }

    boolean jpeg() {
        return codecId == AV_CODEC_ID_MJPEG;
    }

    boolean h264() {
        return codecId == AV_CODEC_ID_H264;
    }

    boolean raw() {
        return codecId == AV_CODEC_ID_RAWVIDEO;
    }

    boolean reordered() {
        return reordered;
    }

    /** H.264 that can be written to a file or a browser as it comes. */
    boolean plainH264() {
        return h264() && !reordered;
    }

    /** Whether each packet is a whole picture, so that any of them may be left out. */
    boolean standAlone() {
        return jpeg() || raw();
    }

    /** The codec in words. */
    String codecName() {
        return switch (codecId) {
            case AV_CODEC_ID_MJPEG -> "MJPEG";
            case AV_CODEC_ID_H264 -> "H.264";
            case AV_CODEC_ID_RAWVIDEO -> "raw";
            default -> avcodec.avcodec_get_name(codecId).getString();
        };
    }
}
