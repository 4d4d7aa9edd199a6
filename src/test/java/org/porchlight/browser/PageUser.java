package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What can be done on any page, by the names that people see and screen readers say. */
abstract class PageUser {

    /** Something is shown, and Vaadin has nothing to ask of the server any more; a page without it is there at once. */
    static final String AT_REST = """
            () => document.querySelector('h1, .pl-state, .pl-tile') && Object.values(window.Vaadin?.Flow?.clients ?? {})
              .every(client => !client.isActive || !client.isActive())""";

    abstract Page page();

    /** What stands in a field of the page. */
    final String reads(String label) {
        assertThat(field(label)).isVisible();
        return field(label).inputValue();
    }

    /** Types as people do, and leaves the field. */
    final void types(String label, String text) {
        field(label).fill(text);
        field(label).press("Tab");
    }

    /** Types a day where one can also be chosen from a calendar. */
    final void chooses(String label, String day) {
        field(label).fill(day);
        field(label).press("Enter");
    }

    /** Waits for a sentence, at the field, of what is wrong with what is in it. */
    final void isToldAt(String label) {
        assertThat(field(label)).hasAttribute("aria-invalid", "true");
        assertThat(field(label)).hasAccessibleDescription(Pattern.compile("\\w+ .*\\w+\\."));
    }

    final Locator field(String label) {
        return page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    final Locator button(String label) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    final Locator link(String label) {
        return page().getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    final Locator dialog() {
        return page().locator("[role=dialog][opened], [role=alertdialog][opened]");
    }

    static Locator.GetByRoleOptions exactly(String label) {
        return new Locator.GetByRoleOptions().setName(label).setExact(true);
    }
}
