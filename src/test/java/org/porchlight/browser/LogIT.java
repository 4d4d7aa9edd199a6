package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.VideoFile;

@BrowserTest
class LogIT {

    @TempDir
    Path folder;

    @Test
    void theLogIsFilteredChosenFromTakenOutAndShared(Browser browser) throws Exception {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana");
                Person ben = new Person(browser, house, Screen.PHONE, "Ben")) {
            ana.signUpAsOwner().seesTheDoorMove().record(Duration.ofSeconds(2));
            ana.goToLogs().findsRecordings(1);
            ana.goToLive().seesTheDoorMove().record(Duration.ofSeconds(2));
            ana.goToLogs().findsRecordings(2);
            seesTheirPictures(ana, 2);

            theFilterOutlivesAReload(ana);
            manyAreTakenOut(ana);
            manyAreDeletedAndTakenBack(ana);
            String link = theRecordingIsPlayedByKeys(ana);

            ben.signUp();
            ana.page().navigate(house.address());
            ana.allow("Ben");
            ben.page().navigate(link);
            ben.signsInHere();
            await("the recording plays")
                    .atMost(Person.PATIENCE)
                    .until(() -> isPlaying(ben.page().locator("video")));
            house.wasCalm();
        }
    }

    private static void seesTheirPictures(Person ana, int count) {
        Locator pictures = ana.page().locator(".pl-thumb img");
        assertThat(pictures).hasCount(count);
        await("their pictures").atMost(Person.PATIENCE).until(() ->
                (boolean) pictures.evaluateAll("all => all.every(picture => picture.naturalWidth === 480)"));
    }

    private static void theFilterOutlivesAReload(Person ana) {
        ana.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Yesterday"))
                .click();
        ana.seesRecordings(0);
        assertThat(ana.page()).hasURL(Pattern.compile("/logs\\?range=yesterday$"));
        ana.page().reload();
        assertThat(ana.page().getByText("Nobody looked yesterday")).isVisible();

        ana.button("Show everything").click();
        ana.seesRecordings(2);
        ana.page().getByLabel("With recording only").check();
        assertThat(ana.page()).hasURL(Pattern.compile("range=all&recorded=?$"));
        ana.goToLive();
        assertThat(ana.page()).hasURL(Pattern.compile("/$"));
        assertThat(ana.button("Record")).isVisible(); // the address changes before the page does
        ana.page().goBack();
        assertThat(ana.page().getByLabel("With recording only")).isChecked();
        ana.seesRecordings(2);
    }

    private void manyAreTakenOut(Person ana) throws IOException {
        Download list =
                ana.page().waitForDownload(() -> ana.button("Export list").click());
        List<String> lines = Files.readAllLines(list.path());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains(",Ana,", ",Front door,");

        chooseTwo(ana);
        Download archive = ana.page()
                .waitForDownload(() -> ana.button("Download what was chosen").click());
        Path zip = folder.resolve("archive.zip");
        archive.saveAs(zip);
        try (ZipFile files = new ZipFile(zip.toFile())) {
            List<? extends ZipEntry> entries = files.stream().toList();
            assertThat(entries).hasSize(3);
            assertThat(entries.subList(0, 2)).allMatch(entry -> entry.getName().matches("Front door .*\\.mp4"));
            assertThat(entries.getLast().getName()).isEqualTo("checksums.sha256");
            Path first = folder.resolve("first.mp4");
            Files.copy(files.getInputStream(entries.getFirst()), first);
            assertThat(VideoFile.decode(first).errors()).isZero();
        }
        assertThat(ana.page().getByText(Pattern.compile("^2 files sent to this browser")))
                .isVisible();
    }

    private static void manyAreDeletedAndTakenBack(Person ana) {
        chooseTwo(ana);
        ana.button("Delete what was chosen").click();
        ana.dialog().getByRole(AriaRole.BUTTON, PageUser.exactly("Delete")).click();
        ana.seesRecordings(0);
        ana.undoes(2);
    }

    private static void chooseTwo(Person ana) {
        Locator boxes = ana.page().locator("vaadin-grid vaadin-checkbox input:visible");
        boxes.nth(0).check();
        boxes.nth(1).check();
        assertThat(ana.page().getByText("2 chosen")).isVisible();
    }

    /** Returns the link to the recording. */
    private static String theRecordingIsPlayedByKeys(Person ana) {
        Locator video = ana.page().locator("video");
        ana.button("Watch").first().click();
        await("the recording plays").atMost(Person.PATIENCE).until(() -> isPlaying(video));
        ana.page().keyboard().press("Space");
        assertThat((boolean) video.evaluate("video => video.paused")).isTrue();
        ana.page().keyboard().press("ArrowLeft");
        assertThat(time(video)).isZero();
        ana.page().keyboard().press(".");
        assertThat(time(video)).isBetween(0.01, 0.1);
        ana.page().keyboard().press(",");
        assertThat(time(video)).isCloseTo(0, within(0.005));
        String link = ana.page().url();
        assertThat(link).containsPattern("[?&]watch=\\d+");
        ana.page().keyboard().press("p");
        assertThat(ana.page()).not().hasURL(link);
        ana.page().keyboard().press("n");
        assertThat(ana.page()).hasURL(link);
        ana.page().keyboard().press("Escape");
        assertThat(ana.page()).hasURL(Pattern.compile("range=all&recorded=?$"));
        return link;
    }

    private static double time(Locator video) {
        return ((Number) video.evaluate("video => video.currentTime")).doubleValue();
    }

    private static boolean isPlaying(Locator video) {
        return video.count() == 1
                && (boolean)
                        video.evaluate("video => video.videoWidth > 0 && (video.currentTime > 0.2 || video.ended)");
    }
}
