package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.porchlight.browser.Person.PATIENCE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first minute to several cameras, one of which somebody shuts. */
@BrowserTest
class CamerasIT {

    @TempDir
    Path folder;

    @Test
    void aCameraIsChosenAnotherAddedAndOneOfThemShut(Browser browser) {
        try (House house = House.with(List.of(), Map.of(), folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana");
                Person ben = new Person(browser, house, Screen.PHONE, "Ben")) {
            ana.signUpAsOwner();
            ana.usesTheDemo().seesTheDoorMove();

            addsAnother(ana, "Garden");
            ana.goToLive();
            assertThat(ana.page().locator(".pl-tile:not(.connecting) .pl-dot")).hasCount(2);
            assertThat(ana.page().getByAltText("Garden")).isVisible();
            ana.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Garden, ")))
                    .click();
            ana.isLedTo("/camera/2");
            ana.seesTheState("LIVE", PATIENCE);

            ben.signUp();
            ana.allow("Ben").opens("/camera/2");
            ana.seesTheState("LIVE", PATIENCE);
            ben.signIn().seesTheDoorMove();
            ben.link("The next camera: Garden").click();
            ben.seesTheState("LIVE", PATIENCE);
            ben.choosesFrom("Close the shutter of Garden", "Close until it is opened again");

            ana.isTold("Ben closed it. It stays so until somebody opens it.").seesTheState("SHUTTER CLOSED", PATIENCE);
            ana.button("Open the shutter").click();
            ben.seesTheState("LIVE", PATIENCE);

            ana.goToSettings();
            ana.button("Remove Garden").click();
            ana.dialog().getByRole(AriaRole.BUTTON, PageUser.exactly("Remove")).click();
            ben.seesTheDoorMove();
            ana.goToLive().seesTheDoorMove();
            house.wasCalm();
        }
    }

    @Test
    void arrowKeysLeadFromOneCameraToTheNext(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner();
            addsAnother(ana, "Garden");
            ana.opens("/camera/1").seesTheState("LIVE", PATIENCE);

            ana.page().keyboard().press("ArrowRight");
            ana.isLedTo("/camera/2");
            assertThat(ana.link("The camera before: Front door")).isVisible();
            ana.seesTheState("LIVE", PATIENCE);

            ana.page().keyboard().press("ArrowLeft");
            ana.isLedTo("/camera/1");
            ana.seesTheDoorMove();
            house.wasCalm();
        }
    }

    @Test
    void fromTheFifthOnCamerasAreShownPictureByPicture(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().choosesQuality("Compatible").seesTheDoorMove();
            ana.goToSettings(); // five cameras that are painted are much for the computer of a test
            ana.types("Frames per second", "5");
            ana.button("Save").click();
            ana.isTold("Settings saved");
            for (String name : List.of("Garden", "Gate", "Shed", "Yard")) {
                addsAnother(ana, name);
            }
            ana.goToLive();
            assertThat(ana.page().locator(".pl-tile porchlight-picture > img")).hasCount(4);
            assertThat(ana.page().locator(".pl-still")).hasCount(1);
            Locator yard = ana.page().getByAltText("Yard");
            String first =
                    await("a picture of the yard").atMost(PATIENCE).until(() -> shown(yard), src -> !src.isEmpty());
            await("the next one")
                    .atMost(PATIENCE)
                    .until(() -> shown(yard), src -> !src.isEmpty() && !src.equals(first));
            house.wasCalm();
        }
    }

    /** Where the picture that is shown came from; empty while there is none. */
    private static String shown(Locator still) {
        return (String) still.evaluate("still => (still.complete && still.naturalWidth ? still.currentSrc : '')");
    }

    private static void addsAnother(Person ana, String name) {
        ana.goToSettings();
        ana.button("Add a camera").click();
        ana.page()
                .getByRole(
                        AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("camera on the network")))
                .check();
        ana.field("Address").fill("demo");
        ana.button("Try it").last().click();
        assertThat(ana.dialog().locator(".pl-preview.live img").last()).isVisible();
        ana.field("Name").fill(name);
        ana.button("Add it").click();
        assertThat(ana.button("Change " + name)).isVisible();
    }
}
