package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/video0",
                "/dev/v4l/by-id/usb-046d_HD_Pro_Webcam_C920-video-index0",
                "rtsp://192.168.1.40:554/live",
                "http://camera.local/video",
                "https://camera.local/video",
                "/home/pi/door film.mp4",
                "demo"
            })
    void takesWhatACameraCanBe(String text) {
        assertThat(Source.parse("  " + text + " ").display()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "door",
                "concat:/etc/passwd|/etc/group",
                "subfile:,start,0,end,10,,:/etc/passwd",
                "file:/etc/passwd",
                "-i /dev/video0",
                "/dev/sda",
                "/dev/video0; reboot",
                "/dev/v4l/by-id/../../sda",
                "ftp://camera.local/video",
                "data:video/mp4;base64,AAAA",
                "rtsp://",
                "http:// camera/",
            })
    void refusesAnythingElseWithASentence(String text) {
        assertThatThrownBy(() -> Source.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .endsWith(".");
    }

    @Test
    void showsNoPassword() {
        Source source = Source.parse("rtsp://ana:sec%40ret@192.168.1.40/live");

        assertThat(source.display()).isEqualTo("rtsp://…@192.168.1.40/live");
        assertThat(source).hasToString("rtsp://…@192.168.1.40/live");
        assertThat(Source.parse("http://door/video?user=ana&pwd=secret").display())
                .isEqualTo("http://door/video?…");
    }

    @Test
    void anotherPasswordMakesAnotherSource() {
        assertThat(Source.parse("rtsp://ana:one@camera/")).isNotEqualTo(Source.parse("rtsp://ana:two@camera/"));
        assertThat(Source.parse("rtsp://ana:one@camera/")).isEqualTo(Source.parse("rtsp://ana:one@camera/"));
    }

    @Test
    void saysWhatIsMissing(@TempDir Path folder) throws Exception {
        Path film = Files.createFile(folder.resolve("film.mp4"));

        assertThat(Source.parse(film.toString()).missing()).isEmpty();
        assertThat(Source.parse(folder.resolve("other.mp4").toString()).missing())
                .hasValueSatisfying(sentence -> assertThat(sentence).asString().startsWith("There is no video file"));
        assertThat(Source.parse("/dev/video987").missing().map(Object::toString))
                .hasValue("There is no camera at /dev/video987. Is it plugged in?");
    }
}
