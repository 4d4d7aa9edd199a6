package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.VideoFile;

/** Every kind of camera, from the lens to the download. */
@BrowserTest
class RealCamerasIT {

    @TempDir
    Path folder;

    private final Browser browser;

    RealCamerasIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void aWebcamThatGivesJpegIsFoundByItself() throws Exception {
        Map<String, String> environment = new HashMap<>(Shared.webcam(folder));
        environment.put(
                "FAKECAM_MJPEG", Pictures.mjpeg(folder.resolve("door.mjpeg")).toString());
        try (House house = House.with(List.of(), environment, folder)) {
            isSeenAndRecorded(house, RealCamerasIT::usesWhatWasFound);
        }
    }

    @Test
    void aWebcamThatGivesRawPictures() throws Exception {
        try (House house = House.with(List.of("--porchlight.camera=/dev/video0"), Shared.webcam(folder), folder)) {
            isSeenAndRecorded(house);
        }
    }

    @Test
    void aWebcamThatIsSlowerThanItSaid() throws Exception {
        Map<String, String> environment = new HashMap<>(Shared.webcam(folder));
        environment.put(
                "FAKECAM_MJPEG", Pictures.mjpeg(folder.resolve("door.mjpeg")).toString());
        Files.writeString(Shared.control(folder), "slow 12");
        try (House house = House.with(List.of("--porchlight.camera=/dev/video0"), environment, folder)) {
            VideoFile video = isSeenAndRecorded(house);
            assertThat(video.pictures() / (video.length().toMillis() / 1000.0))
                    .as("pictures a second")
                    .isBetween(10.0, 14.0);
        }
    }

    @Test
    void anRtspCamera() throws Exception {
        try (Shared.Camera camera = Shared.rtspCamera(folder);
                House house = House.with(camera.address(), folder)) {
            isSeenAndRecorded(house);
        }
    }

    @Test
    void anHttpCamera() throws Exception {
        try (Shared.Camera camera = Shared.httpCamera(Pictures.mjpeg(folder.resolve("door.mjpeg")), folder);
                House house = House.with(camera.address(), folder)) {
            isSeenAndRecorded(house);
        }
    }

    @Test
    void aVideoFileThatStartsAgainWhenItEnds() throws Exception {
        Path file = Pictures.mp4(folder.resolve("door.mp4"));
        assertThat(VideoFile.decode(file).length()).isLessThan(Duration.ofSeconds(3));
        try (House house = House.with(file.toString(), folder)) {
            isSeenAndRecorded(house);
        }
    }

    private VideoFile isSeenAndRecorded(House house) {
        return isSeenAndRecorded(house, ana -> {});
    }

    /** The first one in a house is asked which camera it is to be, unless one was given; a webcam is chosen already. */
    private static void usesWhatWasFound(Person ana) {
        ana.isLedTo("/welcome");
        ana.button("Use this camera").click();
        ana.isLedTo("/");
    }

    private VideoFile isSeenAndRecorded(House house, Consumer<Person> chooses) {
        try (Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner();
            chooses.accept(ana);
            ana.wishesForPreRoll(0).seesTheDoorMove();
            Instant begin = ana.record(Duration.ofSeconds(4));
            ana.goToLogs();
            Duration clicked = Duration.between(begin, ana.lastClick());
            ana.findsRecordings(1).watches();
            VideoFile video = VideoFile.decode(ana.downloads(folder));
            assertThat(video.errors()).as("faults in the download").isZero();
            assertThat(video.length()).isCloseTo(clicked, Duration.ofMillis(500));
            house.wasCalm();
            return video;
        }
    }
}
