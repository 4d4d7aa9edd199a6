package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages speak the language of the browser, and wear the theme that it remembers. */
@BrowserTest
class GermanIT {

    @TempDir
    Path folder;

    @Test
    void aGermanBrowserIsSpokenToInGermanAndRemembersTheTheme(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana");
                BrowserContext german = browser.newContext(Screen.DESK.context().setLocale("de-DE"))) {
            ana.signUpAsOwner();
            Page page = german.newPage();
            page.navigate(house.address() + "/account");
            assertThat(page).hasTitle("Anmelden – Porchlight");
            assertThat(page.locator("html")).hasAttribute("lang", "de-DE");
            page.getByLabel("Benutzername").fill("Ana");
            page.getByLabel("Passwort", new Page.GetByLabelOptions().setExact(true))
                    .fill(Person.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anmelden"))
                    .click();

            assertThat(page.getByText("Kümmert sich um die Haustür.")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Einstellungen")))
                    .isVisible();

            page.getByLabel("Dunkel", new Page.GetByLabelOptions().setExact(true))
                    .check();
            assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
            page.reload();
            assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
            assertThat(page.getByLabel("Dunkel", new Page.GetByLabelOptions().setExact(true)))
                    .isChecked();
        }
    }
}
