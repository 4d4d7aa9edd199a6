package org.porchlight.testing;

import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/**
 * What FFmpeg finds in a video file when it decodes every picture of it, and takes no error lightly.
 *
 * @param length from the first picture's time to the end of the last
 * @param pictures how many were decoded
 * @param errors how many packets or pictures FFmpeg found fault with
 */
public record VideoFile(Duration length, int pictures, int errors) {

    public static VideoFile decode(Path file) {
        AVFormatContext format = new AVFormatContext(null);
        check(avformat_open_input(format, file.toString(), null, null), "open " + file);
        AVCodecContext codec = null;
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        try {
            check(avformat_find_stream_info(format, (PointerPointer<?>) null), "read the header of " + file);
            int video = check(
                    av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0),
                    "find a picture in " + file);
            AVStream stream = format.streams(video);
            codec = avcodec_alloc_context3(null);
            check(avcodec_parameters_to_context(codec, stream.codecpar()), "set the decoder up");
            codec.err_recognition(AV_EF_EXPLODE | AV_EF_CRCCHECK);
            check(
                    avcodec_open2(codec, avcodec_find_decoder(stream.codecpar().codec_id()), (AVDictionary) null),
                    "open the decoder");
            Count count = new Count();
            while (av_read_frame(format, packet) >= 0) {
                if (packet.stream_index() == video) {
                    count.faults(avcodec_send_packet(codec, packet));
                    count.receive(codec, frame);
                }
                av_packet_unref(packet);
            }
            avcodec_send_packet(codec, null);
            count.receive(codec, frame);
            long nanos = Math.round((count.end - count.begin) * av_q2d(stream.time_base()) * 1e9);
            return new VideoFile(Duration.ofNanos(nanos), count.pictures, count.errors);
        } finally {
            av_frame_free(frame);
            av_packet_free(packet);
            if (codec != null) {
                avcodec_free_context(codec);
            }
            avformat_close_input(format);
        }
    }

    /** Times in the stream's own units. */
    private static final class Count {

        private int pictures;
        private int errors;
        private long begin;
        private long end;

        void faults(int result) {
            if (result < 0) {
                errors++;
            }
        }

        void receive(AVCodecContext codec, AVFrame frame) {
            while (avcodec_receive_frame(codec, frame) >= 0) {
                long time = frame.best_effort_timestamp();
                if (frame.decode_error_flags() != 0 || time == AV_NOPTS_VALUE) {
                    errors++;
                }
                if (pictures == 0) {
                    begin = time;
                }
                end = time + frame.duration();
                pictures++;
            }
        }
    }

    private static int check(int result, String attempted) {
        if (result < 0) {
            throw new AssertionError("FFmpeg cannot " + attempted + " (" + result + ")");
        }
        return result;
    }
}
