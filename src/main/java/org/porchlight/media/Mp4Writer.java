package org.porchlight.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One hybrid MP4 file: while it is written it is fragmented, so that what is there always plays; finished, it is an ordinary
 * MP4 that opens at once. Packets from before the zero time are in the file, since the first picture needs them, but the
 * edit list leaves them out of what is shown. For one thread.
 *
 * <p>Each fragment is on the disk soon after it is written. The end is written in an order of which each step may be the last:
 * what follows the pictures, wait for the disk, then the beginning, which until then leads to the fragments. FFmpeg would write
 * the beginning first; it is held back.
 */
final class Mp4Writer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Mp4Writer.class);

    private static final AVRational MICROSECONDS = new AVRational().num(1).den(1_000_000);

    private static final Map<String, String> OPTIONS = Map.of(
            // The index begins empty instead of holding the first fragment: together with an edit list, all of that
            // fragment but its first picture would be left out of what a killed server leaves.
            "movflags", "hybrid_fragmented+empty_moov",
            "frag_duration", "500000",
            // Times before zero must stay so, for the edit list.
            "avoid_negative_ts", "disabled",
            "video_track_timescale", "90000");

    private final Path file;
    private final long zeroMicros;
    private final AVFormatContext context = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final AVStream stream;
    private @Nullable DiskSync disk;
    private long writtenBytes;
    private long firstShownMicros = Long.MIN_VALUE;
    private long lastMicros = Long.MIN_VALUE;
    private long periodMicros;

    Mp4Writer(Path file, StreamFormat format, long zeroMicros) throws IOException {
        FFmpeg.load();
        this.file = file;
        this.zeroMicros = zeroMicros;
        FFmpeg.check(
                avformat_alloc_output_context2(context, (AVOutputFormat) null, "mp4", (String) null), "engine.noMp4");
        try {
            this.stream = avformat_new_stream(context, (AVCodec) null);
            describe(stream, format);
            this.periodMicros = 1_000_000L / format.expectedRate();
            AVIOContext io = new AVIOContext(null);
            check(avio_open(io, "file:" + file, AVIO_FLAG_WRITE));
            context.pb(io);
            disk = new DiskSync(file);
            context.flags(context.flags() | AVFMT_FLAG_FLUSH_PACKETS);
            AVDictionary options = FFmpeg.dictionary(OPTIONS);
            try {
                check(avformat_write_header(context, options));
            } finally {
                av_dict_free(options);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Tells a muxer what it will be given. */
    static void describe(AVStream stream, StreamFormat format) {
        stream.time_base().num(1).den(90_000);
        AVCodecParameters parameters = stream.codecpar();
        parameters.codec_type(AVMEDIA_TYPE_VIDEO).codec_id(format.codecId()).format(AV_PIX_FMT_YUV420P);
        parameters.width(format.width()).height(format.height());
        byte[] extradata = format.extradata();
        if (extradata.length > 0) {
            BytePointer copy = new BytePointer(av_mallocz(extradata.length + AV_INPUT_BUFFER_PADDING_SIZE));
            copy.put(extradata, 0, extradata.length);
            parameters.extradata(copy).extradata_size(extradata.length);
        }
    }

    /** Adds a packet; later ones must have later times. */
    void write(Packet source) throws IOException {
        FFmpeg.check(av_new_packet(packet, source.size()), "engine.noMemory");
        try {
            packet.data().put(source.array(), 0, source.size());
            packet.pts(source.ptsMicros() - zeroMicros).dts(source.dtsMicros() - zeroMicros);
            packet.flags(source.key() ? AV_PKT_FLAG_KEY : 0).stream_index(0);
            if (lastMicros != Long.MIN_VALUE) {
                periodMicros = source.ptsMicros() - lastMicros;
            }
            // The last packet's duration counts; for all others the muxer takes the next one's time.
            packet.duration(periodMicros);
            av_packet_rescale_ts(packet, MICROSECONDS, stream.time_base());
            check(av_write_frame(context, packet));
            // The muxer's buffer hides a full disk until it is written out.
            check(context.pb().error());
            syncWhatIsNew();
        } finally {
            av_packet_unref(packet);
        }
        lastMicros = source.ptsMicros();
        if (firstShownMicros == Long.MIN_VALUE) {
            firstShownMicros = Math.max(zeroMicros, source.ptsMicros());
        }
    }

    private void syncWhatIsNew() {
        long bytes = context.pb().pos();
        if (bytes != writtenBytes && disk != null) {
            writtenBytes = bytes;
            disk.written();
        }
    }

    /** Makes it an ordinary MP4, and waits until all of it is on the disk. */
    void finish() throws IOException {
        leadTo(writeIndex());
    }

    /**
     * Writes the index behind the pictures, and waits until it is on the disk. The fragments still play.
     *
     * @return what the beginning of the file is to be, so that players find the index instead
     */
    List<HeldBack.Overwrite> writeIndex() throws IOException {
        try (HeldBack beginning = FFmpeg.holdBack(context.pb())) {
            check(av_write_trailer(context));
            force();
            return beginning.overwrites();
        }
    }

    private void leadTo(List<HeldBack.Overwrite> index) throws IOException {
        for (HeldBack.Overwrite part : index) {
            try {
                Objects.requireNonNull(disk).overwrite(part.position(), part.bytes());
            } catch (IOException e) {
                throw trouble(e);
            }
        }
        force();
    }

    private void force() throws IOException {
        try {
            Objects.requireNonNull(disk).force();
        } catch (IOException e) {
            throw trouble(e);
        }
    }

    private IOException trouble(IOException e) {
        log.warn("The recording {} cannot be synced", file, e);
        return stopped(WriteTrouble.of(e), e);
    }

    private static IOException stopped(WriteTrouble why, @Nullable IOException cause) {
        return new EngineFailure(Sentence.of("disk.stopped", why.sentence()), cause);
    }

    /** How large the file is, wherever it is; 0 when that cannot be told. */
    long bytes() {
        return disk == null ? 0 : disk.bytes();
    }

    /** How long the recording plays. */
    Duration length() {
        return firstShownMicros == Long.MIN_VALUE
                ? Duration.ZERO
                : Duration.of(Math.max(0, lastMicros + periodMicros - firstShownMicros), ChronoUnit.MICROS);
    }

    /** A sentence for the person whose recording it is; the log has FFmpeg's words. */
    private void check(int result) throws IOException {
        if (result < 0) {
            log.warn("The recording {} cannot be written: {}", file, FFmpeg.words(result));
            throw stopped(WriteTrouble.ofErrno(-result), null);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        if (disk != null) {
            disk.close();
        }
        if (context.pb() != null && !context.pb().isNull()) {
            avio_closep(context.pb());
        }
        avformat_free_context(context);
    }
}
