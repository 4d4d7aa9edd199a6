package org.porchlight.ui;

import java.util.Locale;
import org.porchlight.media.CaptureStatus;

/** What a camera does, in the words of the settings page. */
record CameraWords(CaptureStatus status, int wishedRate) {

    /** A word or two for a badge. */
    String state() {
        return switch (status.state()) {
            case STREAMING -> "Picture is fine";
            case CONNECTING -> "Connecting";
            case OFF -> "Off, nobody watches";
            case STALLED, WAITING -> "No picture";
        };
    }

    /** What makes H.264 for recordings, where the camera does not. */
    String encoder() {
        String words = status.encoding().encoder();
        if (status.codec().equals("H.264") && words.isEmpty()) {
            return "Encoder: none, the camera gives H.264.";
        }
        return words.isEmpty() ? "Encoder: chosen when something is first recorded." : "Encoder: " + words + ".";
    }

    /** Why there is no picture, else how the wished rate is met. */
    String outcome() {
        String why = status.why();
        if (!status.streaming()) {
            return why != null ? why : "How well the camera keeps it shows while somebody watches.";
        }
        String measured = status.framesPerSecond() < 10
                ? String.format(Locale.ROOT, "%.1f", status.framesPerSecond())
                : String.valueOf(Math.round(status.framesPerSecond()));
        return switch (status.rate()) {
            case ASKED -> "The camera itself gives " + measured + " a second.";
            case THINNED -> "The camera gives more; pictures are left out evenly, " + measured + " a second remain.";
            case CAMERAS_OWN -> "The camera keeps a rate of its own: " + measured + " a second.";
        };
    }
}
