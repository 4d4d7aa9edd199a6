package org.porchlight.browser;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An open page while the server cannot be reached. */
@BrowserTest
class ConnectionIT {

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
}
