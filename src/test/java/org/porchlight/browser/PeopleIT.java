package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What owners decide, as it is seen at another browser. */
@BrowserTest
class PeopleIT {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void anOwnerEndsAViewingThenShutsSomebodyOut(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana");
                Person ben = new Person(browser, house, Screen.PHONE, "Ben")) {
            ana.signUpAsOwner().goToPeople();
            ben.signUp();
            ana.isTold("1 waits").allow("Ben").goToLive();
            ben.signIn().seesTheDoorMove();

            ana.isTold("Ben is watching too").choosesFrom("End a viewing", "End the viewing of Ben");
            ben.isTold("This viewing has ended").isTold("An owner ended it.");
            ben.button("Watch again").click();
            ben.seesTheDoorMove();

            ana.goToPeople().choosesFrom("Change Ben", "Disable");
            Instant disabled = ana.lastClick();
            ben.isLedTo("/login?ended=BY_OWNER");
            assertThat(Duration.between(disabled, Instant.now())).isLessThan(TWO_SECONDS);
            ben.isTold("An owner ended your access.");
            ana.goToLogs();
            assertThat(ana.log()).anyMatch(text -> text.contains("Disconnected by an owner"));
            house.wasCalm();
        }
    }

    @Test
    void anInvitationLetsOneInOnce(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana");
                Person ben = new Person(browser, house, Screen.PHONE, "Ben");
                Person jo = new Person(browser, house, Screen.DESK, "Jo")) {
            ana.signUpAsOwner().goToPeople();
            ana.field("Only whoever has an invitation").check();
            ana.button("Make an invitation").click();
            String link = ana.reads("Link");

            jo.opens("/signup").isTold("To sign up, ask an owner for a link.");
            ben.signUpWith(link).seesTheDoorMove();
            jo.opens(link.substring(link.indexOf("/signup"))).isTold("This invitation works no longer");
            house.wasCalm();
        }
    }

    @Test
    void whoeverIsKeptSignedInStaysSoWhenTheServerStartsAgainUntilTheySignOut(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana");
                Person anasPhone = new Person(browser, house, Screen.PHONE, "Ana")) {
            ana.signUpAsOwner();
            anasPhone.signInToStay().seesTheDoorMove();
            house.kill();
            house.start();

            anasPhone.opens("/").seesTheDoorMove();
            ana.opens("/").isTold("Sign in to see the front door.");

            ana.signIn().opens("/account").isTold("Kept for 30 days");
            ana.button("Sign out everywhere else").click();
            anasPhone.isTold("You were signed out from another device.");
            anasPhone.opens("/").isTold("Sign in to see the front door.");
            house.wasCalm();
        }
    }

    @Test
    void whoeverWatchesStaysSignedInLongerThanASession(Browser browser) {
        try (House house = House.with(
                        List.of("--porchlight.camera=demo", "--server.servlet.session.timeout=15s"), Map.of(), folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheDoorMove();
            ana.looksOnFor(Duration.ofSeconds(35)).seesTheDoorMove().goToLogs();
            assertThat(ana.log()).anyMatch(text -> text.contains("Closed the page"));
        }
    }
}
