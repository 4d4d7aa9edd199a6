package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes are written where they stand. The same in both editions: {@code .ci/run} has it run on either one's jar. */
@BrowserTest
class NoteIT {

    private static final String ADD = "Add a note";
    private static final String PARCEL = "Parcel for no. 16";

    /** Run, it would be an error on the page, which ends the test. */
    private static final String MARKUP = "<img src=x onerror=hacked()>";

    /** What stands in the cell of the log that has the focus, or in which something has. */
    private static final String FOCUSED_CELL = """
            () => {
              const at = document.activeElement;
              const cell = at.shadowRoot?.activeElement?.querySelector('slot')?.assignedElements()[0]
                ?? at.closest('vaadin-grid-cell-content');
              return cell?.innerText ?? '';
            }""";

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void build() {
        house = House.with("demo", folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aNoteIsWrittenInItsPlaceByMouseAndByKeys(Browser browser) {
        try (Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            looksAtTheLog(ana.signUpAsOwner());
            Keyboard keys = ana.page().keyboard();

            clickOn(ana, ADD);
            keys.type(PARCEL);
            keys.press("Enter");
            stands(ana, PARCEL);

            beginByKeys(ana, PARCEL);
            assertThat(ana.field("Note")).hasValue(PARCEL);
            keys.type("Never mind");
            keys.press("Escape");
            stands(ana, PARCEL);

            beginByKeys(ana, PARCEL);
            assertThat(ana.field("Note")).hasValue(PARCEL);
            keys.press("End");
            keys.type(", left with us");
            keys.press("Enter");
            stands(ana, PARCEL + ", left with us");

            clickOn(ana, PARCEL + ", left with us");
            keys.type("Given to them");
            place(ana, "Ana").click();
            stands(ana, "Given to them");
            ana.page().reload();
            stands(ana, "Given to them");
            house.wasCalm();
        }
    }

    @Test
    void aNoteIsTextAndHasAnEnd(Browser browser) {
        try (Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            looksAtTheLog(ana.signUpAsOwner());
            Keyboard keys = ana.page().keyboard();

            clickOn(ana, ADD);
            keys.type(MARKUP);
            keys.press("Enter");
            stands(ana, MARKUP);
            assertThat(ana.page().locator("img[src=x]")).hasCount(0);

            clickOn(ana, MARKUP);
            keys.type("x".repeat(201));
            assertThat(ana.field("Note")).hasValue("x".repeat(200));
            keys.press("Enter");
            stands(ana, "x".repeat(200));

            clickOn(ana, "x".repeat(200));
            keys.press("Delete");
            keys.press("Enter");
            stands(ana, ADD);
            house.wasCalm();
        }
    }

    @Test
    void newsLeaveWhatIsBeingTypedAndNobodyWritesInAnothersNote(Browser browser) {
        try (Person ana = new Person(browser, house, Screen.DESK, "Ana");
                Person ben = new Person(browser, house, Screen.DESK, "Ben")) {
            ana.signUpAsOwner();
            ben.signUp();
            looksAtTheLog(ana);
            ana.allow("Ben").goToLogs();
            clickOn(ana, ADD);
            ana.page().keyboard().type("Parcel");

            looksAtTheLog(ben.signIn());
            assertThat(place(ana, "Ben")).hasCount(0);
            canType(ana);
            ana.page().keyboard().type(" for no. 16");
            ana.page().keyboard().press("Enter");
            stands(ana, PARCEL);
            assertThat(place(ana, "Ben")).isVisible();

            stands(ben, PARCEL);
            place(ben, PARCEL).click();
            ben.page().keyboard().press("Enter");
            clickOn(ben, ADD);
            ben.page().keyboard().type("Not me");
            ben.page().keyboard().press("Enter");
            stands(ana, "Not me");
            stands(ben, "Not me");
            stands(ben, PARCEL);
            assertThat(focused(ben)).as("where the focus is").contains("Not me");
            house.wasCalm();
        }
    }

    @Test
    void onAPhoneANoteIsWrittenOnItsCard(Browser browser) {
        try (Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheDoorMove();
            Screen.PHONE.fit(ana.page());
            ana.opens("/logs");
            clickOn(ana, ADD);
            ana.page().keyboard().type(PARCEL);
            ana.page().keyboard().press("Enter");
            stands(ana, PARCEL);
            house.wasCalm();
        }
    }

    private static void looksAtTheLog(Person person) {
        person.seesTheDoorMove().goToLogs();
        assertThat(place(person, ADD)).hasCount(1);
    }

    /** A note, or where one can be added. */
    private static Locator place(Person person, String words) {
        return person.page()
                .locator("vaadin-grid-cell-content")
                .getByText(words, new Locator.GetByTextOptions().setExact(true));
    }

    private static void clickOn(Person person, String words) {
        place(person, words).click();
        canType(person);
    }

    private static void canType(Person person) {
        assertThat(person.field("Note")).isFocused();
    }

    /** It is shown, and no longer written. */
    private static void stands(Person person, String note) {
        assertThat(person.field("Note")).hasCount(0);
        assertThat(place(person, note)).isVisible();
    }

    private static String focused(Person person) {
        return (String) person.page().evaluate(FOCUSED_CELL);
    }

    /** From the name in its line. */
    private static void beginByKeys(Person person, String note) {
        Page page = person.page();
        place(person, "Ana").click();
        for (int cells = 0; cells < 12 && !focused(person).contains(note); cells++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(focused(person)).contains(note);
        page.keyboard().press("Enter");
        if ((boolean) page.evaluate("() => document.activeElement.matches('vaadin-button')")) {
            page.keyboard().press("Enter"); // the first one went into the cell, to the button in it
        }
        canType(person);
    }
}
