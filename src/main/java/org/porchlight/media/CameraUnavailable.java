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

import java.io.IOException;

/** A source cannot be read; the message is a sentence for people. */
final class CameraUnavailable extends IOException {

    private static final int EBUSY = -16;
    private static final int ENXIO = -6;
    private static final int ECONNREFUSED = -111;
    private static final int ETIMEDOUT = -110;

    private final boolean anotherFormatMayDo;

    CameraUnavailable(String sentence, boolean anotherFormatMayDo) {
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

    private static String sentence(int code, DemuxerOptions options, String display, Interrupt interrupt) {
        if (options.nonBlocking()) {
            return deviceSentence(code, display);
        }
        if (!options.live()) {
            return "The file " + display + " cannot be played: " + FFmpeg.words(code) + ".";
        }
        return interrupt.expired() ? silence() : networkSentence(code, display);
    }

    private static String deviceSentence(int code, String display) {
        if (code == AVERROR_ENOENT() || code == AVERROR_ENODEV() || code == ENXIO) {
            return "There is no camera at " + display + ". Is it plugged in?";
        }
        if (code == EBUSY) {
            return "Another program is using the camera at " + display + ". Close it there.";
        }
        if (code == AVERROR_EACCES()) {
            return "Porchlight may not open " + display + ". Add its user to the group 'video'.";
        }
        return "The camera at " + display + " gives no picture: " + FFmpeg.words(code) + ".";
    }

    private static String networkSentence(int code, String display) {
        if (code == AVERROR_HTTP_UNAUTHORIZED() || code == AVERROR_HTTP_FORBIDDEN()) {
            return "The camera wants another user name or password.";
        }
        if (code == AVERROR_HTTP_NOT_FOUND()) {
            return "The camera answers, but has nothing at " + display + ".";
        }
        if (code == AVERROR_HTTP_SERVER_ERROR()) {
            return "The camera answers with an error of its own. Switch it off and on again.";
        }
        if (code == ECONNREFUSED) {
            return "Nothing answers at " + display + ". Is the port right, and is the camera switched on?";
        }
        if (code == ETIMEDOUT) {
            return silence();
        }
        if (code == AVERROR_EOF) {
            return "The camera has ended the connection.";
        }
        if (code == AVERROR_INVALIDDATA()) {
            return "What comes from " + display + " is not a picture that can be read.";
        }
        return "The camera at " + display + " cannot be reached: " + FFmpeg.words(code) + ".";
    }

    private static String silence() {
        return "The camera does not answer on the network. It may have lost power or Wi-Fi.";
    }
}
