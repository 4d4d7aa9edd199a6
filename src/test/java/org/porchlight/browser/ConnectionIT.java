package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An open page while the server cannot be reached. */
@BrowserTest
class ConnectionIT {

    /** After 15 s without a word from the server a page says so; and what a busy computer adds. */
    private static final Duration NOTICED = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aPageThatAsksNothingSaysThatTheServerIsAwayAndGoesOnByItself(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.PHONE, "Ana")) {
            ana.signUpAsOwner().goToPeople();
            ana.page().context().setOffline(true);
            ana.isTold("Porchlight does not answer. Trying again.");

            ana.page().context().setOffline(false);
            ana.isTold("Porchlight is back.");
            ana.button("Make an invitation").click();
            ana.isTold("It is not shown again.");
        }
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void theLivePageSaysSinceWhenItIsNotLiveAndIsSoAgainWithTheServer(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().signOut();
            ana.signInToStay().seesTheDoorMove();
            house.kill();
            LocalTime killed = LocalTime.now();
            Locator since = ana.page().locator(".pl-gone-since");
            assertThat(since).isVisible(new IsVisibleOptions().setTimeout((double) NOTICED.toMillis()));
            assertThat(ana.page().locator(".pl-gone h2"))
                    .hasText(Pattern.compile("No connection to Porchlight since .*"));
            assertThat(secondsFrom(LocalTime.parse(since.innerText()), killed))
                    .as("seconds from when the server was last heard until it was killed")
                    .isBetween(0L, NOTICED.toSeconds());
            assertThat(ana.button("Record")).isHidden();

            house.startWhereItWas();

            assertThat(since).isHidden(new IsHiddenOptions().setTimeout((double) NOTICED.toMillis()));
            ana.seesTheDoorMove();
            assertThat(ana.button("Record")).isVisible();
        }
    }

    /** On the clock, which may have passed midnight between. */
    private static long secondsFrom(LocalTime earlier, LocalTime later) {
        return Math.floorMod(
                Duration.between(earlier, later).toSeconds(), Duration.ofDays(1).toSeconds());
    }
}
