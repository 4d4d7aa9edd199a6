package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** What can be done in the log with the one recording in it. */
abstract class LogUser extends PageUser {

    /** The texts beside a button, in the row of the log that it stands in. */
    private static final String ROW_OF = """
            button => {
              const { top, bottom } = button.getBoundingClientRect();
              const middle = (top + bottom) / 2;
              return [...document.querySelectorAll('vaadin-grid-cell-content')]
                .filter(cell => {
                  const box = cell.getBoundingClientRect();
                  return box.height > 0 && box.top <= middle && middle <= box.bottom;
                })
                .map(cell => cell.innerText)
                .join(' | ');
            }""";

    /** Goes to the middle of the recording; milliseconds until the picture there was shown. */
    private static final String SEEK_TO_THE_MIDDLE = """
            video => new Promise((found, failed) => {
              const begin = performance.now();
              video.addEventListener('seeked', () => found(performance.now() - begin), { once: true });
              setTimeout(() => failed(new Error('not there after 5 s')), 5000);
              video.currentTime = video.duration / 2;
            })""";

    /** Who the log says watched, when the one recording in it was made. */
    final String rowOfTheRecording() {
        return (String) button("Watch").evaluate(ROW_OF);
    }

    /** Waits for so many recordings in the log. */
    final void seesRecordings(int count) {
        assertThat(button("Watch")).hasCount(count);
    }

    /** Watches the one recording in the log: it plays, and seeks within a second. Returns its address. */
    final String watches() {
        button("Watch").click();
        Locator video = page().locator("video");
        video.waitFor();
        await("the recording plays").atMost(Person.PATIENCE).until(() ->
                (boolean) video.evaluate("video => video.videoWidth > 0 && video.currentTime > 0.2"));
        assertThat(((Number) video.evaluate(SEEK_TO_THE_MIDDLE)).doubleValue())
                .as("milliseconds until the middle of the recording is shown")
                .isLessThan(1000);
        assertThat((double) video.evaluate("video => video.currentTime / video.duration"))
                .as("where the recording is played, of its length")
                .isBetween(0.45, 0.75);
        String address = (String) video.evaluate("video => video.currentSrc");
        page().keyboard().press("Escape");
        dialogIsGone();
        return address;
    }

    /** Downloads the one recording in the log. */
    final Path downloads(Path folder) {
        Download download = page().waitForDownload(() -> button("Download").click());
        assertThat(download.suggestedFilename()).endsWith(".mp4").contains("Front door");
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** Closed, and the server knows: until then it takes no click beside the dialog. */
    private void dialogIsGone() {
        assertThat(page().locator("vaadin-dialog, vaadin-confirm-dialog")).hasCount(0);
    }

    /** Viewings without a recording have such a button, too, but nothing to download beside it. */
    private Locator delete() {
        return page().locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHas(button("Download")))
                .getByRole(AriaRole.BUTTON, exactly("Delete"));
    }

    /** Deletes the one recording in the log, after having thought better of it once; it is in the trash then. */
    final void deletes() {
        delete().click();
        dialog().getByRole(AriaRole.BUTTON, exactly("Cancel")).click();
        dialogIsGone();
        seesRecordings(1);
        delete().click();
        dialog().getByRole(AriaRole.BUTTON, exactly("Delete")).click();
        dialogIsGone();
        seesRecordings(0);
    }

    /** Deletes the one recording in the log for good. */
    final void deletesNow() {
        delete().click();
        dialog().getByRole(AriaRole.BUTTON, exactly("Delete now")).click();
        dialogIsGone();
        seesRecordings(0);
    }

    /** Takes back what was just deleted; there are so many recordings again. */
    final void undoes(int count) {
        button("Undo").click();
        seesRecordings(count);
    }

    /** Keeps the one recording in the log. */
    final void keeps() {
        button("Keep").click();
        assertThat(page().getByText("Kept", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }
}
