package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.springframework.beans.factory.annotation.Autowired;

/** The settings page by raw requests. */
class SettingsAttackTest extends WebTest {

    @Autowired
    Cameras cameras;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "concat:/etc/passwd|/etc/hosts",
                "subfile,,start,0,end,100,,:/etc/passwd",
                "subfile:,start,0,end,10,,:/etc/passwd",
                "file:/etc/passwd",
                "file:///etc/passwd",
                "pipe:0",
                "lavfi:testsrc",
                "-i /dev/video0",
                "/dev/video0 -f null",
                "/dev/video0; reboot",
                "/dev/video0 && reboot",
                "$(reboot)",
                "`reboot`",
                "| reboot",
                "/dev/sda"
            })
    void whatAShellOrFFmpegWouldUnderstandIsNoSource(String source) throws Exception {
        Camera before = cameras.first();
        RawPage settings = new RawPage(ana, address(""), "settings");
        settings.send(settings.typing("setting-source", source));

        String answer = settings.send(settings.click("Save"));

        assertThat(answer).contains("1 field to correct");
        assertThat(cameras.first()).isEqualTo(before);
    }

    @Test
    void aMemberIsSentNoFieldToTypeInto() throws Exception {
        RawPage settings = new RawPage(ben, address(""), "settings");
        assertThat(settings.names()).doesNotContain("setting-source", "Save");
    }
}
