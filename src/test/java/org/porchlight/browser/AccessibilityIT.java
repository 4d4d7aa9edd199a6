package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every page and its dialogs, on a desk and on a phone, light and dark, by the rules of WCAG 2.2 AA and by keyboard. */
@BrowserTest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AccessibilityIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final List<String> OUTSIDE = List.of(
            "/login", "/login?error", "/signup", "/signup/done", "/new-password?link=none", "/recordings/x.mp4");
    private static final List<String> INSIDE = List.of(
            "/",
            "/cameras",
            "/logs",
            "/overview",
            "/people",
            "/storage",
            "/settings",
            "/account",
            "/trail",
            "/nowhere",
            "/live/9.jpg");

    /** What a screen reader would call the thing that has the focus, more or less. */
    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              const named = at.getAttribute('aria-labelledby')?.split(' ').map(id => at.getRootNode().getElementById(id)?.innerText).join(' ');
              const text = at.getAttribute('aria-label') || named || at.labels?.[0]?.innerText || at.innerText || at.title || at.tagName;
              return text.trim().split('\\n')[0];
            }""";

    private static final String DIALOG = "[role=dialog][opened], [role=alertdialog][opened]";

    @TempDir
    Path folder;

    private final List<String> findings = new ArrayList<>();

    @Test
    void nothingStandsInAnybodysWay(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, calm(), "Ana");
                Person ben = new Person(browser, house, calm(), "Ben")) {
            look(ana, List.of("/signup"));
            ana.signUpAsOwner();
            ben.signUp();
            look(ben, OUTSIDE);
            ana.seesTheDoorMove().record(Duration.ofSeconds(1));
            ana.stopRecording();
            look(ana, INSIDE);
            dialogs(ana);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void allCanBeReachedByKeyboard(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().signOut();
            ana.field("Username").focus();
            assertThat(tabs(ana.page(), 6))
                    .containsSubsequence("Password", "Keep me signed in for 30 days", "Sign in", "Sign up");
            ana.field("Username").fill("Ana");
            ana.field("Password").fill(Person.PASSWORD);
            ana.page().keyboard().press("Enter");
            ana.seesTheDoorMove();

            ana.goToLogs();
            assertThat(tabs(ana.page(), 30))
                    .contains("Live", "Logs", "Settings", "Account of Ana", "Sign out", "From", "To");
            ana.goToSettings();
            assertThat(tabs(ana.page(), 60)).contains("Live", "Frames per second", "Pre-roll", "Save");
        }
    }

    private static Browser.NewContextOptions calm() {
        return Screen.DESK.context().setReducedMotion(ReducedMotion.REDUCE);
    }

    private static List<String> tabs(Page page, int times) {
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            page.keyboard().press("Tab");
            reached.add((String) page.evaluate(FOCUSED));
        }
        return reached;
    }

    private void look(Person person, List<String> addresses) {
        for (String address : addresses) {
            person.opens(address);
            person.page().waitForFunction(PageUser.AT_REST);
            for (Screen screen : Screen.values()) {
                look(person.page(), screen, address);
            }
        }
    }

    private void dialogs(Person ana) {
        Page page = ana.page();
        open(ana, "/logs", "Watch", Screen.DESK);
        open(ana, "/logs", "Delete", Screen.DESK);
        open(ana, "/people", "Make an invitation", Screen.PHONE);
        ana.opens("/");
        page.waitForFunction(PageUser.AT_REST);
        page.keyboard().press("?");
        attached(ana);
        look(page, Screen.DESK, "/ with its keys");
    }

    /** Its element has no size of its own: what is seen of it lies inside. */
    private static void attached(Person person) {
        person.dialog().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        person.page().waitForFunction("() => document.activeElement.closest('[opened]')"); // it is there, and painted
        person.page().screenshot();
    }

    private void open(Person person, String address, String button, Screen screen) {
        person.opens(address);
        person.page().waitForFunction(PageUser.AT_REST);
        person.button(button).first().click();
        attached(person);
        look(person.page(), screen, address + ", " + button);
    }

    private void look(Page page, Screen screen, String what) {
        screen.fit(page);
        for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            page.waitForFunction(PageUser.AT_REST);
            AxeBuilder axe = new AxeBuilder(page).withTags(RULES).setLegacyMode(true);
            page.waitForFunction("() => document.getAnimations().every(moving => moving.playState !== 'running')");
            if (page.locator(DIALOG).count() > 0) {
                axe.include(DIALOG); // what lies behind it is dimmed, and nobody gets there
                // axe takes what dims the page for something before the dialog, and reckons every colour with it.
                page.locator(DIALOG)
                        .locator("#backdrop")
                        .evaluateAll("all => all.forEach(one => one.style.display = 'none')");
            }
            for (Rule rule : axe.analyze().getViolations()) {
                if (SERIOUS.contains(rule.getImpact())) {
                    for (CheckedNode node : rule.getNodes()) {
                        findings.add("%s, %s, %s: %s: %s %s"
                                .formatted(what, screen, theme, rule.getId(), node.getTarget(), node.getHtml()));
                    }
                }
            }
        }
    }
}
