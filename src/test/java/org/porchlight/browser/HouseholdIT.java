package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.VideoFile;

@BrowserTest
class HouseholdIT {

    @TempDir
    Path folder;

    @Test
    void ofTwoWhoWatchOnlyTheOneWhoClickedHasARecording(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana");
                Person ben = new Person(browser, house, Screen.PHONE, "Ben")) {
            ana.signUpAsOwner();
            ben.signUp();
            ana.allow("Ben").goToLive();
            ben.signIn().seesTheDoorMove();
            ana.seesTheDoorMove();

            ana.record(Duration.ofSeconds(2));
            ben.seesTheDoorMove().goToLogs();
            ana.goToLogs();

            ana.findsRecordings(1);
            assertThat(ana.rowOfTheRecording()).contains("Ana").doesNotContain("Ben");
            assertThat(ana.log()).anyMatch(text -> text.contains("Ben"));
            assertThat(house.recordingFiles()).hasSize(1);
            house.wasCalm();
        }
    }

    @Test
    void aRecordingOfASlowCameraLastsAsLongAsItTook(Browser browser) throws Exception {
        try (HttpCamera camera = new HttpCamera(12);
                House house = House.with(camera.address(), folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().wishesForPreRoll(0).seesTheDoorMove();
            assertThat(ana.page().locator(".pl-conn")).containsText("Slow");
            ana.isTold("The camera is slow: it gives fewer pictures than are set.");
            Instant begin = ana.record(Duration.ofSeconds(5));
            ana.goToLogs();
            Duration clicked = Duration.between(begin, ana.lastClick());

            VideoFile video = VideoFile.decode(ana.findsRecordings(1).downloads(folder));
            assertThat(video.length()).isCloseTo(clicked, Duration.ofMillis(500));
            assertThat(video.pictures()).isBetween(50, 72);
            assertThat(video.errors()).isZero();
        }
    }

    @Test
    void whatTheCameraSawInTheFiveSecondsBeforeTheClickIsInTheRecording(Browser browser) throws Exception {
        try (HttpCamera camera = new HttpCamera(20);
                House house = House.with(camera.address(), folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheDoorMove().looksOnFor(Duration.ofSeconds(6));
            Instant begin = ana.record(Duration.ofSeconds(2));
            assertThat(ana.page().locator(".pl-elapsed").innerText())
                    .as("from the click")
                    .matches("0?0:0[123]");
            ana.goToLogs();
            Duration clicked = Duration.between(begin, ana.lastClick());

            VideoFile video = VideoFile.decode(ana.findsRecordings(1).downloads(folder));
            assertThat(video.length()).isCloseTo(clicked.plusSeconds(5), Duration.ofMillis(600));
            assertThat(video.errors()).isZero();
            house.wasCalm();
        }
    }

    @Test
    void aRecordingOutlivesAKilledServer(Browser browser) throws Exception {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().wishesForPreRoll(0).seesTheDoorMove();
            Instant begin = ana.record(Duration.ofSeconds(4));
            Duration clicked = Duration.between(begin, Instant.now());
            house.kill();

            house.start();
            ana.signIn().goToLogs().findsRecordings(1).watches();
            VideoFile video = VideoFile.decode(ana.downloads(folder));
            // What was not finished has no edit list: it begins with the keyframe before the click, two seconds earlier
            // at most.
            assertThat(video.length()).isBetween(clicked.minusSeconds(1), clicked.plusSeconds(3));
            assertThat(video.errors()).isZero();
            house.wasCalm();
        }
    }
}
