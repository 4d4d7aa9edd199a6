package org.porchlight.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close_dyn_buf;
import static org.bytedeco.ffmpeg.global.avformat.avio_open_dyn_buf;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_free;

import java.io.IOException;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/**
 * A live MP4 in memory: a header, then one fragment for each packet. Each piece is written into a memory buffer of FFmpeg's own,
 * as its segmenting muxers do it, so that no callback is needed. For one thread.
 */
final class FragmentMuxer implements AutoCloseable {

    private static final AVRational MICROSECONDS = new AVRational().num(1).den(1_000_000);

    private static final Map<String, String> OPTIONS = Map.of(
            "movflags", "empty_moov+default_base_moof+frag_custom+frag_discont+skip_trailer",
            "avoid_negative_ts", "disabled",
            "video_track_timescale", "90000");

    private final AVFormatContext context = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVStream stream;
    private final Mp4Header header;

    /** Begins a stream of plain H.264. */
    FragmentMuxer(StreamFormat format) throws IOException {
        FFmpeg.load();
        FFmpeg.check(
                avformat_alloc_output_context2(context, (AVOutputFormat) null, "mp4", (String) null),
                "engine.noLiveMp4");
        try {
            stream = avformat_new_stream(context, (AVCodec) null);
            Mp4Writer.describe(stream, format);
            header = new Mp4Header(written(() -> {
                AVDictionary options = FFmpeg.dictionary(OPTIONS);
                int result = avformat_write_header(context, options);
                av_dict_free(options);
                return result;
            }));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** What comes before the first fragment. */
    Mp4Header header() {
        return header;
    }

    /** The fragment (moof and mdat) with this packet alone, to be shown at the given time for about so long. */
    byte[] fragment(Packet source, long timeMicros, long durationMicros) throws IOException {
        FFmpeg.check(av_new_packet(packet, source.size()), "engine.noMemory");
        try {
            packet.data().put(source.array(), 0, source.size());
            packet.pts(timeMicros).dts(timeMicros).duration(durationMicros);
            packet.flags(source.key() ? AV_PKT_FLAG_KEY : 0).stream_index(0);
            av_packet_rescale_ts(packet, MICROSECONDS, stream.time_base());
            return written(() -> {
                int result = av_write_frame(context, packet);
                return result < 0 ? result : av_write_frame(context, (AVPacket) null);
            });
        } finally {
            av_packet_unref(packet);
        }
    }

    /** One of FFmpeg's calls, which answers with an error code. */
    private interface Write {
        int run();
    }

    private byte[] written(Write write) throws IOException {
        AVIOContext io = new AVIOContext(null);
        FFmpeg.check(avio_open_dyn_buf(io), "engine.noMemoryForFragment");
        context.pb(io);
        int result = write.run();
        context.pb(null);
        BytePointer memory = new BytePointer();
        byte[] bytes = new byte[avio_close_dyn_buf(io, memory)];
        memory.get(bytes);
        av_free(memory);
        FFmpeg.check(result, "engine.noFragment");
        return bytes;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_free_context(context);
    }
}
