package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import java.util.Locale;
import org.porchlight.media.CaptureStatus;
import org.porchlight.media.Sentence;

/** What a camera does, in the words of the settings page. */
record CameraWords(CaptureStatus status, int wishedRate) {

    /** A word or two for a badge. */
    String state() {
        return switch (status.state()) {
            case STREAMING -> translate("settings.isFine");
            case CONNECTING -> translate("preview.connecting");
            case OFF -> translate("settings.isOff");
            case STALLED, WAITING -> translate("settings.isLost");
        };
    }

    /** What makes H.264 for recordings, where the camera does not. */
    String encoder() {
        Sentence words = status.encoding().encoder();
        if (words != null) {
            return translate("settings.encoder", words);
        }
        return translate(status.codec().equals("H.264") ? "settings.encoderNone" : "settings.encoderLater");
    }

    /** Why there is no picture, else how the wished rate is met. */
    String outcome() {
        Sentence why = status.why();
        if (!status.streaming()) {
            return why != null ? say(why) : translate("settings.rateLater");
        }
        String measured = status.framesPerSecond() < 10
                ? String.format(Locale.ROOT, "%.1f", status.framesPerSecond())
                : String.valueOf(Math.round(status.framesPerSecond()));
        return switch (status.rate()) {
            case ASKED -> translate("settings.rateAsked", measured);
            case THINNED -> translate("settings.rateThinned", measured);
            case CAMERAS_OWN -> translate("settings.rateOwn", measured);
        };
    }
}
