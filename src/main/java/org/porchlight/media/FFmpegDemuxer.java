package org.porchlight.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_NONBLOCK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Reads the video packets of a device, a network camera or a file through FFmpeg. */
final class FFmpegDemuxer implements Demuxer {

    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final Duration READING = Duration.ofSeconds(5);
    private static final int USUAL_RATE = 25;
    private static final AVRational MICROSECONDS = new AVRational().num(1).den(1_000_000);

    private static final Demuxed BROKEN = new Demuxed(new byte[0], false, NO_TIME, NO_TIME);

    private final DemuxerOptions options;
    private final Interrupt interrupt;
    private final String display;
    private final AVFormatContext context;
    private final FFmpeg.Registration registration;
    private final AVStream stream;
    private final StreamFormat format;
    private final boolean untimed;
    private final AVPacket packet = av_packet_alloc();
    private long lastReadNanos = System.nanoTime();
    private final AskingPace pace;

    /** Opens by the first of the attempts that works; the error is that of the last. */
    static FFmpegDemuxer openFirst(List<DemuxerOptions> attempts, String display, Interrupt interrupt)
            throws IOException {
        IOException failure = new IOException("There is nothing to open.");
        for (DemuxerOptions attempt : attempts) {
            try {
                return new FFmpegDemuxer(attempt, display, interrupt);
            } catch (CameraUnavailable e) {
                failure = e;
                if (!e.anotherFormatMayDo()) {
                    throw e;
                }
            }
        }
        throw failure;
    }

    private FFmpegDemuxer(DemuxerOptions options, String display, Interrupt interrupt) throws IOException {
        FFmpeg.load();
        if (options.nonBlocking() && !FFmpeg.readsDevices()) {
            throw new CameraUnavailable(FFmpeg.DEVICES_MISSING, false);
        }
        this.options = options;
        this.display = display;
        this.interrupt = interrupt;
        this.context = avformat_alloc_context();
        this.registration = FFmpeg.register(interrupt, context.interrupt_callback());
        boolean opened = false;
        try {
            open();
            opened = true;
            this.stream = findVideo();
            this.format = readFormat(stream);
            // Multipart JPEG has no times; FFmpeg counts pictures at a rate of its own instead.
            this.untimed = !options.nonBlocking() && isSingleJpegStream();
            this.pace = new AskingPace(format.expectedRate());
        } catch (IOException | RuntimeException e) {
            if (opened) {
                avformat_close_input(context);
            }
            av_packet_free(packet);
            registration.close();
            throw e;
        }
    }

    private void open() throws IOException {
        if (options.nonBlocking()) {
            context.flags(context.flags() | AVFMT_FLAG_NONBLOCK);
        }
        AVInputFormat inputFormat = options.format() == null
                ? null
                : av_find_input_format(options.format().split(",")[0]);
        AVDictionary dictionary = FFmpeg.dictionary(options.options());
        try {
            interrupt.allow(OPENING);
            int result = avformat_open_input(context, options.url(), inputFormat, dictionary);
            if (result < 0) {
                // FFmpeg has freed the context: touching it again would end the JVM.
                context.setNull();
                throw failure(result);
            }
        } finally {
            av_dict_free(dictionary);
        }
    }

    private AVStream findVideo() throws IOException {
        // Looking into the stream costs seconds, for which the door is not seen.
        if (!options.nonBlocking() && !isSingleJpegStream() && !isSingleH264OverRtsp()) {
            context.max_analyze_duration(TimeUnit.SECONDS.toMicros(3));
            interrupt.allow(OPENING);
            int result = avformat_find_stream_info(context, (PointerPointer<Pointer>) null);
            if (result < 0) {
                throw failure(result);
            }
        }
        int index = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            throw new CameraUnavailable(Sentence.of("camera.noVideo", display), false);
        }
        return context.streams(index);
    }

    /** It says all there is to know with its first picture. */
    private boolean isSingleJpegStream() {
        return options.live() && hasSingle(AV_CODEC_ID_MJPEG);
    }

    /** It says what it is before the first picture, or within it: {@link H264Intake} finds the rest. */
    private boolean isSingleH264OverRtsp() {
        return "rtsp".equals(options.format()) && hasSingle(AV_CODEC_ID_H264);
    }

    private boolean hasSingle(int codec) {
        return context.nb_streams() == 1 && context.streams(0).codecpar().codec_id() == codec;
    }

    private static StreamFormat readFormat(AVStream stream) {
        AVCodecParameters parameters = stream.codecpar();
        byte[] extradata = new byte[parameters.extradata_size()];
        if (extradata.length > 0) {
            parameters.extradata().get(extradata);
        }
        return new StreamFormat(
                parameters.codec_id(),
                parameters.width(),
                parameters.height(),
                parameters.format(),
                extradata,
                parameters.video_delay() > 0,
                expectedRate(stream));
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    private static int expectedRate(AVStream stream) {
        AVRational average = stream.avg_frame_rate();
        AVRational rate = average.num() > 0 && average.den() > 0 ? average : stream.r_frame_rate();
        boolean known = rate.num() > 0 && rate.den() > 0;
        return known ? Math.clamp(Math.round(av_q2d(rate)), 1, 120) : USUAL_RATE;
    }

    @Override
    public @Nullable Demuxed read() throws IOException {
        if (!options.nonBlocking()) {
            interrupt.allow(READING);
        }
        int result = av_read_frame(context, packet);
        if (result == AVERROR_EAGAIN()) {
            LockSupport.parkNanos(pace.waitNanos(System.nanoTime() - lastReadNanos));
            return null;
        }
        if (result == AVERROR_INVALIDDATA() && options.nonBlocking()) {
            return BROKEN; // a webcam's next picture may be well
        }
        if (result < 0) {
            throw result == AVERROR_EOF && !options.live() ? new EOFException() : failure(result);
        }
        try {
            lastReadNanos = System.nanoTime();
            if (packet.stream_index() != stream.index()) {
                return null;
            }
            boolean well = packet.size() > 0 && (packet.flags() & AV_PKT_FLAG_CORRUPT) == 0;
            return well ? copy() : BROKEN;
        } finally {
            av_packet_unref(packet);
        }
    }

    private Demuxed copy() {
        byte[] bytes = new byte[packet.size()];
        new BytePointer(packet.data()).get(bytes);
        return new Demuxed(bytes, (packet.flags() & AV_PKT_FLAG_KEY) != 0, micros(packet.pts()), micros(packet.dts()));
    }

    /** Goes back to the first picture. */
    void rewind() throws IOException {
        FFmpeg.check(
                av_seek_frame(context, stream.index(), Math.max(0, stream.start_time()), AVSEEK_FLAG_BACKWARD),
                "engine.notAgain",
                display);
    }

    /** How long a file says it is, in microseconds; 0 when it does not say. */
    long lengthMicros() {
        return context.duration() == AV_NOPTS_VALUE ? 0 : Math.max(0, context.duration());
    }

    /** Goes to the last picture at or before a time from the beginning on that stands alone; where that fails, stays. */
    void goTo(long micros) {
        long begin = Math.max(0, stream.start_time());
        long time = begin + av_rescale_q(micros, MICROSECONDS, stream.time_base());
        av_seek_frame(context, stream.index(), time, AVSEEK_FLAG_BACKWARD);
    }

    private long micros(long time) {
        return untimed || time == AV_NOPTS_VALUE ? NO_TIME : av_rescale_q(time, stream.time_base(), MICROSECONDS);
    }

    private CameraUnavailable failure(int result) {
        return CameraUnavailable.of(result, options, display, interrupt);
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_close_input(context);
        registration.close();
    }
}
