package org.porchlight.media;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/** Turns packets back into pictures. For one thread; its frame is its own and valid until the next call. */
final class Decoder implements AutoCloseable {

    /** The inverse cosine transform of JPEGs: Xvid's skips what is empty, but is written for this processor alone. */
    private static final int IDCT =
            Loader.getPlatform().endsWith("x86_64") ? AVCodecContext.FF_IDCT_XVID : AVCodecContext.FF_IDCT_AUTO;

    private final AVCodecContext context;
    private final AVPacket packet;
    private final AVFrame frame;
    private final boolean ofWebcam;

    Decoder(StreamFormat format) throws IOException {
        AVCodec codec = avcodec_find_decoder(format.codecId());
        if (codec == null || codec.isNull()) {
            throw new EngineFailure(Sentence.of("engine.codecUnknown", format.codecName()));
        }
        context = avcodec_alloc_context3(codec);
        packet = av_packet_alloc();
        frame = av_frame_alloc();
        context.width(format.width()).height(format.height()).thread_count(1);
        context.time_base().num(1).den(1_000_000);
        context.pkt_timebase().num(1).den(1_000_000);
        ofWebcam = format.jpeg() || format.raw();
        if (format.jpeg()) {
            context.idct_algo(IDCT);
        }
        if (format.codecId() == avcodec.AV_CODEC_ID_RAWVIDEO) {
            context.pix_fmt(format.pixelFormat());
        }
        byte[] extradata = format.extradata();
        if (extradata.length > 0) {
            BytePointer copy = new BytePointer(av_mallocz(extradata.length + avcodec.AV_INPUT_BUFFER_PADDING_SIZE));
            copy.put(extradata, 0, extradata.length);
            context.extradata(copy).extradata_size(extradata.length);
        }
        int opened = avcodec_open2(context, codec, (AVDictionary) null);
        if (opened < 0) {
            close();
        }
        FFmpeg.check(opened, "engine.decoderNotStarted", format.codecName());
    }

    /** Takes one packet, once all pictures of the one before are received. @throws BrokenPicture where it makes no sense */
    void send(Packet source) throws IOException {
        FFmpeg.check(av_new_packet(packet, source.size()), "engine.noMemory");
        try {
            packet.data().put(source.array(), 0, source.size());
            packet.pts(source.ptsMicros()).dts(source.dtsMicros());
            int sent = avcodec_send_packet(context, packet);
            if (sent < 0) {
                throw new BrokenPicture("A picture cannot be decoded: " + FFmpeg.words(sent) + ".");
            }
        } finally {
            av_packet_unref(packet);
        }
    }

    /**
     * The next picture in the order of showing, its pts in microseconds; null when it wants another packet first.
     *
     * @throws BrokenPicture where parts of the picture are missing, or made up
     */
    @Nullable
    AVFrame receive() throws BrokenPicture {
        int received = avcodec_receive_frame(context, frame);
        if (received == AVERROR_EAGAIN()) {
            return null;
        }
        if (received < 0) {
            throw new BrokenPicture("A picture cannot be decoded: " + FFmpeg.words(received) + ".");
        }
        if (frame.decode_error_flags() != 0 || (frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0) {
            throw new BrokenPicture("Parts of a picture are broken.");
        }
        if (ofWebcam) {
            sayColours();
        }
        return frame;
    }

    /** What JPEGs mean, and raw pictures of cameras that say nothing else (USB Video Class 1.5, 3.9.2.6). */
    private void sayColours() {
        frame.color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_BT709).colorspace(AVCOL_SPC_SMPTE170M);
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
