package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BrowserTest
class MarkupIT {

    /** Run, it would be an error on the page, which ends the test. */
    private static final String MARKUP = "<img src=x onerror=hacked()>";

    @TempDir
    Path folder;

    @Test
    void markupInNamesIsTextOnEveryPage(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, MARKUP)) {
            ana.signUpAsOwner().signIn().seesTheDoorMove().record(Duration.ofSeconds(1));
            ana.goToSettings().types("Camera name", MARKUP);
            ana.button("Save").click();
            ana.types("Program", MARKUP);
            ana.button("Make a token").click();
            ana.button("Done").click();

            for (String page : new String[] {"/logs", "/trail", "/people", "/settings", "/"}) {
                ana.page().navigate(house.address() + page);
                await(page)
                        .atMost(Person.PATIENCE)
                        .until(() -> ana.page().locator("body").innerText().contains(MARKUP));
                assertThat(ana.page().locator("img[src=x]").count()).as(page).isZero();
            }
            house.wasCalm();
        }
    }
}
