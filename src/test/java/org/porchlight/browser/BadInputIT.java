package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people mistype gets a sentence where they typed it; nothing is lost, and nothing looks like a crash. */
@BrowserTest
class BadInputIT {

    @TempDir
    Path folder;

    @Test
    void getsASentenceWhereItWasTyped(Browser browser) throws Exception {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            signUp(house, ana);
            settings(ana);
            logs(ana);
            house.wasCalm();
        }
    }

    @Test
    void isNotLostWithThePageUnlessItIsMeantToBe(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().goToSettings();
            List<String> asked = new ArrayList<>();
            ana.page().onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            ana.types("Frames per second", "20");
            assertThat(ana.button("Discard")).isVisible();

            ana.page().evaluate("() => setTimeout(() => location.reload())");
            ana.page().waitForCondition(() -> !asked.isEmpty());
            assertThat(asked).containsExactly("beforeunload");
            assertThat(ana.field("Frames per second")).hasValue("20");

            ana.button("Discard").click();
            assertThat(ana.button("Discard")).isHidden();
            ana.page().reload();
            assertThat(ana.field("Frames per second")).isVisible();
            assertThat(asked).hasSize(1);
        }
    }

    private static void signUp(House house, Person ana) {
        ana.page().navigate(house.address() + "/signup");
        ana.types("Username", "x".repeat(300));
        ana.types("Password", "short");
        ana.types("Repeat password", "other");
        ana.types("Setup code", "0000-0000");
        ana.button("Sign up").click();
        ana.isToldAt("Username");
        ana.isToldAt("Password");
        ana.types("Username", "<b>Ana</b>");
        ana.types("Password", Person.PASSWORD);
        ana.types("Repeat password", Person.PASSWORD);
        ana.button("Sign up").click();
        ana.isToldAt("Setup code");
        assertThat(ana.field("Repeat password")).hasValue(Person.PASSWORD);

        ana.signUpAsOwner().signOut();
        ana.types("Username", "Ana");
        ana.types("Password", "not the old lamp");
        ana.button("Sign in").click();
        assertThat(ana.page().getByText("do not match").first()).isVisible();
        ana.signIn();
    }

    private void settings(Person ana) throws Exception {
        ana.goToSettings();
        for (String rate : new String[] {"0", "61", "-5"}) {
            ana.types("Frames per second", rate);
            ana.button("Save").click();
            ana.isToldAt("Frames per second");
            assertThat(ana.field("Frames per second")).hasValue(rate);
        }
        ana.types("Frames per second", "20");

        Path file = Files.writeString(folder.resolve("a-file"), "not a folder");
        for (String path : new String[] {"", file.toString(), "/proc/porchlight"}) {
            ana.types("Recordings folder", path);
            ana.button("Save").click();
            ana.isToldAt("Recordings folder");
        }
        ana.types("Recordings folder", folder.resolve("recordings").toString());

        for (String source : new String[] {"ftp://door", "/dev/video987"}) {
            ana.types("Source", source);
            ana.button("Save").click();
            ana.isToldAt("Source");
        }
        assertThat(ana.field("Frames per second")).hasValue("20");
        ana.types("Source", "demo");
        ana.button("Save").click();
        ana.page().reload();
        assertThat(ana.field("Frames per second")).hasValue("20");
    }

    private static void logs(Person ana) {
        ana.goToLogs();
        ana.chooses("From", "2026-11-22");
        ana.chooses("To", "2026-11-21");
        ana.isToldAt("To");
        ana.chooses("To", "2026-11-22");
        ana.chooses("From", "2026-11-23");
        ana.isToldAt("From");
    }
}
