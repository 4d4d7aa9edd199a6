package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.testing.VideoFile;

/** A webcam that fails under those who watch, as the page shows it. */
@BrowserTest
class WebcamFaultsIT {

    /** Two seconds, and what the page and a busy computer add. */
    private static final Duration NOTICED = Duration.ofMillis(2_500);

    /** One second, and the same. */
    private static final Duration BACK = Duration.ofMillis(1_500);

    private static final String NOT_RELOADED = "window.notReloaded === true";

    @TempDir
    Path folder;

    private final Browser browser;

    WebcamFaultsIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void aRecordingGoesOnInASecondFileWhenTheWebcamIsPluggedInAgain() throws Exception {
        try (House house = houseWithWebcam();
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheDoorMove();
            ana.record(Duration.ofSeconds(2));

            isSeenToFailAndComeBack("unplug", ana);
            assertThat(ana.page().locator(".pl-lost h2").textContent()).startsWith("No picture since ");
            ana.looksOnFor(Duration.ofSeconds(2)).stopRecording();

            ana.goToLogs().findsRecordings(1);
            assertThat(ana.log()).anyMatch(text -> text.contains("In 2 parts, which play one after the other."));
            assertThat(house.recordingFiles())
                    .hasSize(2)
                    .allSatisfy(
                            file -> assertThat(VideoFile.decode(file).errors()).isZero());
            house.wasCalm();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stall", "error"})
    void aWebcamThatGivesNothingIsSeenToFailAndToBeBack(String fault) throws Exception {
        try (House house = houseWithWebcam();
                Person ana = new Person(browser, house, Screen.PHONE, "Ana");
                Person anaUpstairs = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheDoorMove();
            anaUpstairs.signIn().choosesQuality("Compatible").seesTheDoorMove();
            isSeenToFailAndComeBack(fault, ana, anaUpstairs);
            house.wasCalm();
        }
    }

    @Test
    void halfPicturesAreLeftOutAndMarkedInTheRecording() throws Exception {
        try (House house = houseWithWebcam();
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheDoorMove();
            webcam("corrupt");
            ana.record(Duration.ofSeconds(3));
            ana.seesTheState("LIVE", BACK).seesTheDoorMove().stopRecording();

            ana.goToLogs().findsRecordings(1);
            assertThat(ana.log())
                    .anyMatch(text -> text.contains("Gap") && text.contains("pictures are missing in it."));
            assertThat(VideoFile.decode(ana.downloads(folder)).errors()).isZero();
            house.wasCalm();
        }
    }

    private void isSeenToFailAndComeBack(String fault, Person... watching) throws IOException {
        for (Person person : watching) {
            person.page().evaluate("window.notReloaded = true");
        }
        webcam(fault);
        for (Person person : watching) {
            person.seesTheState("NO PICTURE", NOTICED);
        }

        webcam("run plug");

        for (Person person : watching) {
            person.seesTheState("LIVE", BACK);
        }
        for (Person person : watching) {
            person.seesTheDoorMove();
            assertThat((boolean) person.page().evaluate(NOT_RELOADED)).isTrue();
        }
    }

    private void webcam(String words) throws IOException {
        Files.writeString(Shared.control(folder), words);
    }

    private House houseWithWebcam() throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(Shared.webcam(folder));
        environment.put(
                "FAKECAM_MJPEG", Pictures.mjpeg(folder.resolve("door.mjpeg")).toString());
        return House.with(List.of("--porchlight.camera=/dev/video0"), environment, folder);
    }
}
