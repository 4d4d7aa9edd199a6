package org.porchlight.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/** Turns pictures into packets of H.264 or JPEG, converting their colours as the codec wants them. For one thread. */
final class Encoder implements AutoCloseable {

    /** What is made. */
    enum Target {
        JPEG("mjpeg", AV_CODEC_ID_MJPEG, AV_PIX_FMT_YUVJ420P, Map.of("huffman", "default")),
        /** OpenH264: no B-frames, so that a packet comes out for each picture that goes in. */
        H264(
                "libopenh264",
                AV_CODEC_ID_H264,
                AV_PIX_FMT_YUV420P,
                Map.of("rc_mode", "bitrate", "allow_skip_frames", "0"));

        private final String encoder;
        private final int codecId;
        private final int pixelFormat;
        private final Map<String, String> options;

        Target(String encoder, int codecId, int pixelFormat, Map<String, String> options) {
            this.encoder = encoder;
            this.codecId = codecId;
            this.pixelFormat = pixelFormat;
            this.options = options;
        }
    }

    private static final long KEYFRAME_EVERY_MICROS = TimeUnit.SECONDS.toMicros(2);

    /** JPEG's quality as FFmpeg counts it: 2 is best, 31 is worst. */
    private static final int JPEG_QUANTIZER = 4;

    /** Measured as good enough for faces at 1280x720 and 30 frames a second: 2 Mb/s. */
    private static final double BITS_PER_PIXEL = 0.072;

    private final AVCodecContext context;
    private final StreamFormat format;
    private final AVPacket packet;
    private final AVFrame converted;
    private final int sourceWidth;
    private final int sourceHeight;
    private final int sourcePixelFormat;
    private final @Nullable SwsContext converter;
    private long lastKeyMicros = Long.MIN_VALUE;

    /** An encoder for pictures like {@code sample}. */
    Encoder(Target target, AVFrame sample, int expectedRate) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name(target.encoder);
        if (codec == null || codec.isNull()) {
            throw new IOException("The encoder " + target.encoder + " is missing from FFmpeg.");
        }
        sourceWidth = sample.width();
        sourceHeight = sample.height();
        sourcePixelFormat = sample.format();
        context = avcodec_alloc_context3(codec);
        packet = av_packet_alloc();
        converted = av_frame_alloc();
        configure(target, expectedRate);
        AVDictionary options = FFmpeg.dictionary(target.options);
        int opened = avcodec_open2(context, codec, options);
        av_dict_free(options);
        converter = sourcePixelFormat == target.pixelFormat && sizeFits() ? null : newConverter(target);
        converted.format(target.pixelFormat).width(context.width()).height(context.height());
        converted.color_range(context.color_range());
        int allocated = av_frame_get_buffer(converted, 0);
        if (opened < 0 || allocated < 0) {
            close();
        }
        FFmpeg.check(opened, "start the encoder " + target.encoder);
        FFmpeg.check(allocated, "get memory for a picture");
        format = new StreamFormat(
                target.codecId,
                context.width(),
                context.height(),
                target.pixelFormat,
                extradata(),
                false,
                expectedRate);
    }

    private void configure(Target target, int expectedRate) {
        context.width(sourceWidth & ~1)
                .height(sourceHeight & ~1)
                .pix_fmt(target.pixelFormat)
                .thread_count(1);
        context.time_base().num(1).den(1_000_000);
        context.framerate().num(expectedRate).den(1);
        if (target == Target.JPEG) {
            context.color_range(AVCOL_RANGE_JPEG);
            context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
            context.global_quality(FF_QP2LAMBDA * JPEG_QUANTIZER);
        } else {
            context.color_range(AVCOL_RANGE_MPEG);
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            context.bit_rate((long) (BITS_PER_PIXEL * context.width() * context.height() * expectedRate));
            // Keyframes come by time, see encode: the rate may be far from the expected one.
            context.gop_size(10_000).max_b_frames(0);
        }
    }

    private boolean sizeFits() {
        return sourceWidth == context.width() && sourceHeight == context.height();
    }

    private SwsContext newConverter(Target target) {
        return sws_getContext(
                sourceWidth,
                sourceHeight,
                sourcePixelFormat,
                context.width(),
                context.height(),
                target.pixelFormat,
                SWS_BILINEAR,
                null,
                null,
                (DoublePointer) null);
    }

    private byte[] extradata() {
        byte[] extradata = new byte[context.extradata_size()];
        if (extradata.length > 0) {
            context.extradata().get(extradata);
        }
        return extradata;
    }

    /** Whether it can go on with this picture, or a new one is needed. */
    boolean fits(AVFrame picture) {
        return picture.width() == sourceWidth
                && picture.height() == sourceHeight
                && picture.format() == sourcePixelFormat;
    }

    /** Encodes one picture; null where the encoder gave nothing for it. Its time is the picture's pts, in microseconds. */
    @Nullable
    Packet encode(AVFrame picture) throws IOException {
        long ptsMicros = picture.pts();
        AVFrame frame = convert(picture);
        boolean key = lastKeyMicros == Long.MIN_VALUE || ptsMicros - lastKeyMicros >= KEYFRAME_EVERY_MICROS;
        frame.pts(ptsMicros).quality(context.global_quality());
        frame.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        FFmpeg.check(avcodec_send_frame(context, frame), "encode a picture");
        if (avcodec_receive_packet(context, packet) < 0) {
            return null;
        }
        try {
            byte[] bytes = new byte[packet.size()];
            new BytePointer(packet.data()).get(bytes);
            boolean isKey = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            if (isKey) {
                lastKeyMicros = ptsMicros;
            }
            return new Packet(format, isKey, packet.pts(), packet.pts(), bytes);
        } finally {
            av_packet_unref(packet);
        }
    }

    private AVFrame convert(AVFrame picture) throws IOException {
        if (converter == null) {
            return picture;
        }
        FFmpeg.check(av_frame_make_writable(converted), "get memory for a picture");
        FFmpeg.check(sws_scale_frame(converter, converted, picture), "convert a picture");
        return converted;
    }

    @Override
    public void close() {
        if (converter != null) {
            sws_freeContext(converter);
        }
        av_frame_free(converted);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
