package org.porchlight.media;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale_frame;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Gives pictures the size and the layout that an encoder wants, without a copy where they have them. Of JPEGs with twice as many lines
 * of colour, as most webcams give them, every second line is passed over. For one thread.
 */
final class PictureConverter implements AutoCloseable {

    private final int width;
    private final int height;
    private final int pixelFormat;
    private final int colourRange;
    /** The pixel format as FFmpeg names it where the whole range of a byte is used, else the same. */
    private final int wanted;

    private final AVFrame converted = av_frame_alloc();
    private final AVFrame seenOtherwise = av_frame_alloc();
    private int sourcePixelFormat = AV_PIX_FMT_NONE;
    private @Nullable SwsContext scaler;

    /** @param encoder whose size, pixel format and range of colours are set */
    PictureConverter(AVCodecContext encoder) {
        width = encoder.width();
        height = encoder.height();
        pixelFormat = encoder.pix_fmt();
        colourRange = encoder.color_range();
        boolean wholeRange = pixelFormat == AV_PIX_FMT_YUV420P && colourRange == AVCOL_RANGE_JPEG;
        wanted = wholeRange ? AV_PIX_FMT_YUVJ420P : pixelFormat;
        converted.format(pixelFormat).width(width).height(height).color_range(colourRange);
    }

    /** The picture as it is wanted, valid until the next call; its time and the rest are not set. */
    AVFrame convert(AVFrame picture) throws IOException {
        boolean fits = picture.width() == width && picture.height() == height;
        boolean same = picture.format() == pixelFormat && picture.color_range() == colourRange;
        if (fits && (same || picture.format() == wanted)) {
            return seen(picture, 1);
        }
        if (fits && picture.format() == AV_PIX_FMT_YUVJ422P && wanted == AV_PIX_FMT_YUVJ420P) {
            return seen(picture, 2);
        }
        return scaled(picture);
    }

    /** The picture itself, with the first of so many lines of colour only. */
    private AVFrame seen(AVFrame picture, int linesOfColour) throws IOException {
        av_frame_unref(seenOtherwise);
        FFmpeg.check(av_frame_ref(seenOtherwise, picture), "engine.noMemory");
        for (int plane = 1; plane <= 2; plane++) {
            seenOtherwise.linesize(plane, picture.linesize(plane) * linesOfColour);
        }
        return seenOtherwise.format(pixelFormat);
    }

    private AVFrame scaled(AVFrame picture) throws IOException {
        if (picture.format() != sourcePixelFormat) {
            scaleFrom(picture);
        }
        FFmpeg.check(av_frame_make_writable(converted), "engine.noMemory");
        FFmpeg.check(sws_scale_frame(scaler, converted, picture), "engine.notConverted");
        return converted;
    }

    /** Pictures of the same size may come in another layout. */
    private void scaleFrom(AVFrame picture) throws IOException {
        freeScaler();
        if (converted.buf(0) == null) {
            FFmpeg.check(av_frame_get_buffer(converted, 0), "engine.noMemory");
        }
        SwsContext made = sws_getContext(
                picture.width(),
                picture.height(),
                picture.format(),
                width,
                height,
                wanted,
                SWS_BILINEAR,
                null,
                null,
                (DoublePointer) null);
        if (made == null || made.isNull()) {
            throw new EngineFailure(Sentence.of("engine.colours"));
        }
        scaler = made;
        sourcePixelFormat = picture.format();
    }

    private void freeScaler() {
        if (scaler != null) {
            sws_freeContext(scaler);
            scaler = null;
            sourcePixelFormat = AV_PIX_FMT_NONE;
        }
    }

    @Override
    public void close() {
        freeScaler();
        av_frame_free(converted);
        av_frame_free(seenOtherwise);
    }
}
