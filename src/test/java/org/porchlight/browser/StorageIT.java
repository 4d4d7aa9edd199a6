package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings go to another disk, and files that the log does not know come into it. */
@BrowserTest
class StorageIT {

    @TempDir
    Path folder;

    @Test
    void recordingsMoveToANewFolderAndFoundFilesComeIntoTheLog(Browser browser) throws Exception {
        Path disk = folder.resolve("usb disk");
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheDoorMove().record(Duration.ofSeconds(2));
            ana.stopRecording();
            ana.goToLogs().findsRecordings(1);

            ana.goToSettings();
            ana.types("Recordings folder", disk.toString());
            ana.isTold("Can be written.");
            assertThat(disk).as("only looked at").doesNotExist();
            ana.button("Save").click();
            ana.isTold("Saved. It is in effect now.");
            ana.link("1 recording is in another folder: move or leave").click();
            ana.button("Move them").click();
            assertThat(ana.page().locator("#move")).isHidden();
            assertThat(films(disk)).hasSize(1);
            assertThat(house.recordingFiles()).noneMatch(file -> file.toString().endsWith(".mp4"));
            ana.goToLogs().findsRecordings(1).watches();

            Path found = Files.copy(films(disk).getFirst(), disk.resolve("found.mp4"));
            Files.setLastModifiedTime(found, FileTime.from(Instant.now().minusSeconds(60)));
            ana.link("Storage").click();
            assertThat(ana.page().getByText("of recordings.").first()).isVisible();
            ana.button("Look again").click();
            ana.button("Take found.mp4 into the log").click();
            assertThat(ana.button("Take found.mp4 into the log")).hasCount(0);
            ana.goToLogs().findsRecordings(2);
            assertThat(String.join(" ", ana.log())).contains("Found as found.mp4");
            house.wasCalm();
        }
    }

    private static List<Path> films(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".mp4")).toList();
        }
    }
}
