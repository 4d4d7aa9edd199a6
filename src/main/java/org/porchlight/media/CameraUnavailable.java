package org.porchlight.media;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EACCES;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EINVAL;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EIO;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENODEV;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_ENOENT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_FORBIDDEN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_NOT_FOUND;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_SERVER_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;

/** A source cannot be read. */
final class CameraUnavailable extends EngineFailure {

    private static final int EBUSY = -16;
    private static final int ENXIO = -6;
    private static final int ECONNREFUSED = -111;
    private static final int ETIMEDOUT = -110;

    private final boolean anotherFormatMayDo;

    CameraUnavailable(Sentence sentence, boolean anotherFormatMayDo) {
        super(sentence);
        this.anotherFormatMayDo = anotherFormatMayDo;
    }

    /** Whether the device is there but does not give what was asked. */
    boolean anotherFormatMayDo() {
        return anotherFormatMayDo;
    }

    /** Says what an error code of FFmpeg means for this kind of source. */
    static CameraUnavailable of(int code, DemuxerOptions options, String display, Interrupt interrupt) {
        boolean formatRefused = options.nonBlocking() && (code == AVERROR_EINVAL() || code == AVERROR_EIO());
        return new CameraUnavailable(sentence(code, options, display, interrupt), formatRefused);
    }

    private static Sentence sentence(int code, DemuxerOptions options, String display, Interrupt interrupt) {
        if (options.nonBlocking()) {
            return deviceSentence(code, display);
        }
        if (!options.live()) {
            return Sentence.of("source.notPlayed", display, FFmpeg.words(code));
        }
        return interrupt.expired() ? silence() : networkSentence(code, display);
    }

    private static Sentence deviceSentence(int code, String display) {
        if (code == AVERROR_ENOENT() || code == AVERROR_ENODEV() || code == ENXIO) {
            return Sentence.of("camera.notPluggedIn", display);
        }
        if (code == EBUSY) {
            return Sentence.of("camera.inUse", display);
        }
        if (code == AVERROR_EACCES()) {
            return Sentence.of("camera.denied", display);
        }
        return Sentence.of("camera.givesNone", display, FFmpeg.words(code));
    }

    private static Sentence networkSentence(int code, String display) {
        if (code == AVERROR_HTTP_UNAUTHORIZED() || code == AVERROR_HTTP_FORBIDDEN()) {
            return Sentence.of("camera.otherLogin");
        }
        if (code == AVERROR_HTTP_NOT_FOUND()) {
            return Sentence.of("camera.nothingThere", display);
        }
        if (code == AVERROR_HTTP_SERVER_ERROR()) {
            return Sentence.of("camera.ownError");
        }
        if (code == ECONNREFUSED) {
            return Sentence.of("camera.nothingAnswers", display);
        }
        if (code == ETIMEDOUT) {
            return silence();
        }
        if (code == AVERROR_EOF) {
            return Sentence.of("camera.hungUp");
        }
        if (code == AVERROR_INVALIDDATA()) {
            return Sentence.of("camera.noPictures", display);
        }
        return Sentence.of("camera.notReached", display, FFmpeg.words(code));
    }

    private static Sentence silence() {
        return Sentence.of("camera.noAnswer");
    }
}
