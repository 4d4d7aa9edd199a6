package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the printed address to the live picture. */
@BrowserTest
class FirstMinuteIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theFirstOwnerSeesTheDoorWithoutSigningInAndWhoeverWaitsDoesNot(Screen screen, Browser browser) {
        try (House house = House.ofPackedJar(folder);
                Person ana = new Person(browser, house, screen, "Ana");
                Person ben = new Person(browser, house, screen, "Ben")) {
            ana.opens("/").isTold("Hello, and welcome");
            String stranger = session(ana);
            ana.signUpAsOwner().isLedTo("/welcome");
            assertThat(session(ana)).isNotEqualTo(stranger);
            ana.usesTheDemo().seesTheDoorMove();
            assertThat(ana.page()).hasURL(house.address() + "/");
            ana.opens("/trail").isTold("Ana signed up").isTold("Signed in");

            ben.signUp().opens("/").isTold("Sign in to see the front door.");
            ben.signsInHere();
            ben.isTold("Ana has to let you in.");
            ana.allow("Ben");
            ben.signsInHere();
            ben.seesTheDoorMove();
            assertThat(ben.page()).hasURL(house.address() + "/");
            house.wasCalm();
        }
    }

    /** What the browser shows to the server to be known again. */
    private static String session(Person person) {
        return person.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("porchlight"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }
}
