package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.porchlight.testing.VideoFile;

@BrowserTest
class FrontDoorIT {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theDoorIsSeenRecordedFoundWatchedKeptAndDeleted(Screen screen, Browser browser) throws Exception {
        try (House house = House.ofPackedJar(folder, "--porchlight.camera=demo");
                Person ana = new Person(browser, house, screen, "Ana")) {
            ana.signUpAsOwner().wishesForPreRoll(0).seesTheDoorMove();
            Instant begin = ana.record(Duration.ofSeconds(5));
            ana.goToLogs();
            Duration clicked = Duration.between(begin, ana.lastClick());

            ana.findsRecordings(1);
            assertThat(ana.rowOfTheRecording()).contains("Ana");
            String address = ana.watches();

            VideoFile video = VideoFile.decode(ana.downloads(folder));
            assertThat(video.errors()).as("faults in the download").isZero();
            assertThat(video.length()).isCloseTo(clicked, HALF_A_SECOND);

            new Stranger(house).seesNothing(address);

            assertThat(house.recordingFiles()).hasSize(1);
            ana.keeps();
            ana.deletes();
            assertThat(house.recordingFiles()).as("in the trash").hasSize(1);
            ana.undoes(1);
            ana.watches();

            ana.deletesNow();
            assertThat(house.recordingFiles()).isEmpty();
            house.wasCalm();
        }
    }
}
