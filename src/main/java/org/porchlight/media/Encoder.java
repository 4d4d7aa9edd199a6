package org.porchlight.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
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
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Turns pictures into packets of H.264 or JPEG. For one thread. */
final class Encoder implements AutoCloseable {

    private static final long KEYFRAME_EVERY_MICROS = TimeUnit.SECONDS.toMicros(2);

    /** JPEG's quality as FFmpeg counts it: 2 is best, 31 is worst. */
    private static final int JPEG_QUANTIZER = 4;

    /** Measured as good enough for faces at 1280x720 and 30 frames a second: 2 Mb/s. */
    private static final double BITS_PER_PIXEL = 0.072;

    private final EncoderKind kind;
    private final AVCodecContext context;
    private final AVPacket packet;
    private final PictureConverter converter;
    private final int sourceWidth;
    private final int sourceHeight;
    private final int expectedRate;
    private @Nullable StreamFormat format;
    private long lastKeyAskedMicros = Long.MIN_VALUE;

    /** An encoder for pictures as large as {@code sample}. */
    Encoder(EncoderKind kind, AVFrame sample, int expectedRate) throws IOException {
        this(kind, sample, expectedRate, sample.width(), sample.height());
    }

    /** An encoder for pictures as large as {@code sample}, which come out in another size. */
    Encoder(EncoderKind kind, AVFrame sample, int expectedRate, int width, int height) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name(kind.codec);
        if (codec == null || codec.isNull()) {
            throw new EngineFailure(Sentence.of("engine.encoderMissing", kind.codec));
        }
        this.kind = kind;
        this.expectedRate = expectedRate;
        sourceWidth = sample.width();
        sourceHeight = sample.height();
        context = avcodec_alloc_context3(codec);
        packet = av_packet_alloc();
        configure(width, height);
        if (kind.h264InSoftware()) {
            keepColours(sample);
        }
        converter = new PictureConverter(context);
        AVDictionary options = FFmpeg.dictionary(kind.options);
        int opened = avcodec_open2(context, codec, options);
        av_dict_free(options);
        if (opened < 0) {
            close();
        }
        FFmpeg.check(opened, "engine.encoderNotStarted", kind.codec);
    }

    private void configure(int width, int height) {
        context.width(width & ~1).height(height & ~1).pix_fmt(kind.pixelFormat).thread_count(1);
        context.time_base().num(1).den(1_000_000);
        context.framerate().num(expectedRate).den(1);
        if (kind == EncoderKind.MJPEG) {
            context.color_range(AVCOL_RANGE_JPEG);
            context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
            context.global_quality(FF_QP2LAMBDA * JPEG_QUANTIZER);
        } else {
            context.color_range(AVCOL_RANGE_MPEG);
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            context.bit_rate((long) (BITS_PER_PIXEL * context.width() * context.height() * expectedRate));
            if (kind == EncoderKind.X264) {
                // By itself it would answer a storm in the trees with any rate.
                context.rc_max_rate(2 * context.bit_rate()).rc_buffer_size((int) (2 * context.bit_rate()));
            }
            // Keyframes come by time, see send: the rate may be far from the expected one.
            context.gop_size(10_000).max_b_frames(0);
        }
    }

    /** Has the H.264 say what its colours mean, as far as the pictures say it: players guess by the size, and often wrongly. */
    private void keepColours(AVFrame sample) {
        if (sample.color_range() == AVCOL_RANGE_JPEG) {
            context.color_range(AVCOL_RANGE_JPEG);
        }
        if (sample.colorspace() != AVCOL_SPC_RGB) {
            context.color_primaries(sample.color_primaries())
                    .color_trc(sample.color_trc())
                    .colorspace(sample.colorspace());
        }
    }

    private byte[] extradata() {
        byte[] extradata = new byte[context.extradata_size()];
        if (extradata.length > 0) {
            context.extradata().get(extradata);
        }
        return extradata;
    }

    EncoderKind kind() {
        return kind;
    }

    /** Whether it can go on with this picture, or a new one is needed. */
    boolean fits(AVFrame picture) {
        return picture.width() == sourceWidth && picture.height() == sourceHeight;
    }

    /** Takes one picture, its time the picture's pts in microseconds. What comes of it is received, now or later. */
    void send(AVFrame picture) throws IOException {
        long ptsMicros = picture.pts();
        AVFrame frame = converter.convert(picture);
        boolean key = lastKeyAskedMicros == Long.MIN_VALUE || ptsMicros - lastKeyAskedMicros >= KEYFRAME_EVERY_MICROS;
        if (key) {
            lastKeyAskedMicros = ptsMicros;
        }
        frame.pts(ptsMicros).quality(context.global_quality());
        frame.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        FFmpeg.check(avcodec_send_frame(context, frame), "engine.notEncoded");
    }

    /** The next encoded picture; null when it wants another one first. Its time is that of the picture it was made of. */
    @Nullable
    Packet receive() throws IOException {
        int received = avcodec_receive_packet(context, packet);
        if (received == AVERROR_EAGAIN()) {
            return null;
        }
        FFmpeg.check(received, "engine.notEncoded");
        try {
            byte[] bytes = new byte[packet.size()];
            new BytePointer(packet.data()).get(bytes);
            boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            StreamFormat known = format;
            if (known == null) {
                known = describe(bytes, key);
                format = known;
            }
            return new Packet(known, key, packet.pts(), packet.pts(), bytes);
        } finally {
            av_packet_unref(packet);
        }
    }

    /** Hardware gives its parameters with the first picture only, other encoders say them at once. */
    private StreamFormat describe(byte[] first, boolean key) throws IOException {
        byte[] parameters = extradata();
        if (kind.codecId == AV_CODEC_ID_H264 && parameters.length == 0) {
            H264Parameters within = H264Unit.of(first, 0).parameters();
            if (!key || !within.complete()) {
                throw new EngineFailure(Sentence.of("engine.noKeyframe", kind.codec));
            }
            parameters = within.annexB();
        }
        return new StreamFormat(
                kind.codecId, context.width(), context.height(), kind.pixelFormat, parameters, false, expectedRate);
    }

    @Override
    public void close() {
        converter.close();
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
