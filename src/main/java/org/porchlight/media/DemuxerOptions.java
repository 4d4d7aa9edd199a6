package org.porchlight.media;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How FFmpeg is to open something.
 *
 * @param url what FFmpeg opens
 * @param format FFmpeg's input format, or null to find out
 * @param live whether packets come when they come; their time stamps are then checked against their arrival
 * @param nonBlocking whether reading answers at once where no packet is there (V4L2, whose waits cannot be interrupted)
 * @param options FFmpeg's own options
 */
record DemuxerOptions(
        String url, @Nullable String format, boolean live, boolean nonBlocking, Map<String, String> options) {

    /** Five seconds in microseconds, the unit of RTSP's timeout and HTTP's rw_timeout. */
    private static final String NETWORK_TIMEOUT = "5000000";

    static DemuxerOptions v4l2(String device, CaptureWishes wishes) {
        return new DemuxerOptions(device, "video4linux2,v4l2", true, true, Map.of())
                .with("video_size", wishes.width() + "x" + wishes.height())
                .with("framerate", Integer.toString(wishes.framesPerSecond()));
    }

    static DemuxerOptions rtsp(URI uri) {
        return new DemuxerOptions(uri.toString(), "rtsp", true, false, Map.of())
                .with("rtsp_transport", "tcp")
                .with("timeout", NETWORK_TIMEOUT)
                .with("protocol_whitelist", "rtsp,rtp,rtcp,tcp,udp,tls")
                .with("allowed_media_types", "video")
                .with("fflags", "nobuffer");
    }

    static DemuxerOptions http(URI uri) {
        return new DemuxerOptions(uri.toString(), null, true, false, Map.of())
                .with("rw_timeout", NETWORK_TIMEOUT)
                .with("protocol_whitelist", "http,https,tcp,tls,crypto")
                .with("fflags", "nobuffer");
    }

    static DemuxerOptions file(Path path) {
        return new DemuxerOptions("file:" + path, null, false, false, Map.of())
                .with("protocol_whitelist", "file")
                // None of those that name further files: a playlist must not read what its writer may not.
                .with(
                        "format_whitelist",
                        "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mjpeg,h264,hevc,flv,ogg,asf");
    }

    DemuxerOptions with(String option, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new DemuxerOptions(url, format, live, nonBlocking, more);
    }
}
