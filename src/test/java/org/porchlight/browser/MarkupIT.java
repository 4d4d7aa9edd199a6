package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
class MarkupIT {

    /** Run, it would be an error on the page, which ends the test. */
    private static final String MARKUP = "<img src=x onerror=hacked()>";

    @TempDir
    Path folder;

    /** Cannot be seen: a bell, and what has the rest written from right to left. */
    private static final String INVISIBLE = "\u0007\u202E";

    private static final Pattern INVISIBLES = Pattern.compile("[\u0007\u202E]");

    @Test
    void markupAndControlCharactersAreTextOnEveryPageAndNotInAFilesName(Browser browser) {
        NewContextOptions device = Screen.DESK.context().setUserAgent("Firefox on Linux " + MARKUP);
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, device, MARKUP)) {
            ana.signUpAsOwner().seesTheDoorMove();
            ana.goToSettings().types("Camera name", MARKUP);
            ana.button("Save").click();
            ana.isTold("Saved. It is in effect now.");
            ana.types("Program", MARKUP + INVISIBLE);
            ana.button("Make a token").click();
            ana.button("Done").click();
            ana.goToLive().record(Duration.ofSeconds(1));
            ana.goToLogs().findsRecordings(1);
            ana.button("Add a note").first().click();
            ana.field("Note").fill("A note " + MARKUP + INVISIBLE);
            ana.field("Note").press("Enter");

            assertThat(ana.page()
                            .waitForDownload(() -> ana.button("Download").click())
                            .suggestedFilename())
                    .matches("img src x onerror hacked\\(\\) [0-9. -]+\\.mp4");
            sees(ana, house, "/logs", "A note " + MARKUP);
            ana.button("Watch").click();
            assertThat(ana.dialog().innerText()).contains(MARKUP + ", ", "A note " + MARKUP);
            sees(ana, house, "/trail", "Camera name: " + MARKUP);
            assertThat(ana.page().locator("body").innerText()).contains("Firefox on Linux\n");
            for (String page : new String[] {"/people", "/settings", "/account", "/"}) {
                sees(ana, house, page, MARKUP);
            }
            house.wasCalm();
        }
    }

    private static void sees(Person person, House house, String page, String text) {
        person.page().navigate(house.address() + page);
        Locator body = person.page().locator("body");
        await(page).atMost(Person.PATIENCE).until(() -> body.innerText().contains(text));
        assertThat(body.innerText()).as(page).doesNotContainPattern(INVISIBLES);
        assertThat(person.page().locator("img[src=x]").count()).as(page).isZero();
    }
}
