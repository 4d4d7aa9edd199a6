package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.porchlight.media.CaptureStatus;
import org.porchlight.media.CaptureStatus.Encoding;
import org.porchlight.media.CaptureStatus.Rate;
import org.porchlight.media.CaptureStatus.State;
import org.porchlight.media.Sentence;

@ExtendWith(InEnglish.class)
class CameraWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ASKED       | 29.6 | The camera itself gives 30 a second.",
                "THINNED     | 9.96 | The camera gives more; pictures are left out evenly, 10.0 a second remain.",
                "CAMERAS_OWN | 11.8 | The camera keeps a rate of its own: 12 a second."
            })
    void howTheWishedRateIsMetIsSaidWithWhatWasMeasured(Rate rate, double measured, String sentence) {
        assertThat(words(State.STREAMING, "MJPEG", measured, rate, "").outcome())
                .isEqualTo(sentence);
    }

    @Test
    void aCameraWithoutAPictureHasNoRate() {
        CameraWords words = words(State.OFF, "", 0, Rate.ASKED, "");
        assertThat(words.state()).isEqualTo("Off, nobody watches");
        assertThat(words.outcome()).isEqualTo("How well the camera keeps it shows while somebody watches.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MJPEG | OpenH264, in software | Encoder: OpenH264, in software.",
                "MJPEG | ''                    | Encoder: chosen when something is first recorded.",
                "H.264 | ''                    | Encoder: none, the camera gives H.264.",
                "H.264 | OpenH264, in software | Encoder: OpenH264, in software."
            })
    void whatMakesH264IsSaid(String codec, String encoder, String sentence) {
        assertThat(words(State.STREAMING, codec, 30, Rate.ASKED, encoder).encoder())
                .isEqualTo(sentence);
    }

    private static CameraWords words(State state, String codec, double measured, Rate rate, String encoder) {
        Instant now = Instant.EPOCH;
        Encoding encoding = new Encoding(encoder.isEmpty() ? null : Sentence.asItStands(encoder), null);
        return new CameraWords(
                new CaptureStatus(state, now, null, now, codec, 1280, 720, measured, rate, null, 0, encoding), 30);
    }
}
