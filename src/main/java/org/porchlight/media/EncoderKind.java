package org.porchlight.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;

import java.util.List;
import java.util.Map;

/** The encoders that are used, each with the kind of picture it is given. */
enum EncoderKind {
    MJPEG("mjpeg", AV_CODEC_ID_MJPEG, AV_PIX_FMT_YUVJ420P, Map.of("huffman", "default"), "encoder.ffmpeg"),
    /** The encoder in a Raspberry Pi up to the 4, and in other small computers: pictures go to it in either of two layouts. */
    HARDWARE("h264_v4l2m2m", AV_CODEC_ID_H264, AV_PIX_FMT_YUV420P, Map.of(), "encoder.hardware"),
    HARDWARE_NV12("h264_v4l2m2m", AV_CODEC_ID_H264, AV_PIX_FMT_NV12, Map.of(), "encoder.hardware"),
    /** Twice as quick as OpenH264 at the same quality, but under the GPL: only in a build with the profile x264. */
    X264(
            "libx264",
            AV_CODEC_ID_H264,
            AV_PIX_FMT_YUV420P,
            Map.of("preset", "ultrafast", "tune", "zerolatency", "deblock", "0:0", "forced-idr", "1"),
            "encoder.x264"),
    OPEN_H264(
            "libopenh264",
            AV_CODEC_ID_H264,
            AV_PIX_FMT_YUV420P,
            Map.of("rc_mode", "bitrate", "allow_skip_frames", "0"),
            "encoder.openH264");

    /** Those that make H.264, in the order in which they are tried; the last one works everywhere. */
    static final List<EncoderKind> OF_H264 = List.of(HARDWARE, HARDWARE_NV12, X264, OPEN_H264);

    final String codec;
    final int codecId;
    final int pixelFormat;
    final Map<String, String> options;
    /** What it is, for people. */
    final Sentence words;

    EncoderKind(String codec, int codecId, int pixelFormat, Map<String, String> options, String key) {
        this.codec = codec;
        this.codecId = codecId;
        this.pixelFormat = pixelFormat;
        this.options = options;
        this.words = Sentence.of(key);
    }

    /** Whether it is a program: what hardware makes of colours could not be tried. */
    boolean h264InSoftware() {
        return this == X264 || this == OPEN_H264;
    }
}
