package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The live picture in both the ways that it comes in: H.264 in a video ("Smooth"), JPEGs in an image ("Compatible"). */
@BrowserTest
class LivePictureIT {

    private static final String TAG = "picture => picture.tagName";

    /** A browser that says it can show H.264, takes all of it and shows none. */
    private static final String SHOW_NOTHING = "SourceBuffer.prototype.appendBuffer = () => {}";

    /** Seconds between what has come in and what is shown. */
    private static final String BEHIND = "video => video.buffered.end(video.buffered.length - 1) - video.currentTime";

    /** What browsers do to a page that nobody looks at, and its coming back. */
    private static final String SLEEP = "video => video.pause()";

    private static final String WAKE = "() => document.dispatchEvent(new Event('visibilitychange'))";

    /** A page that does not look by itself whether its picture moves: whatever it knows of that, it was told. */
    private static final String LOOK_AWAY = "Object.defineProperty(document, 'hidden', { get: () => true })";

    @TempDir
    Path folder;

    private final Browser browser;

    LivePictureIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void comesInTheWayThatSuitsAndInTheOneThatWasChosenFromThenOn() {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner();
            assertThat(ana.page().locator("video")).isVisible();
            ana.seesTheDoorMoveSmoothly();
            toldIs(ana, "Smooth");

            ana.choosesQuality("Compatible").seesTheDoorMove();
            assertThat(ana.picture().evaluate(TAG)).isEqualTo("IMG");
            toldIs(ana, "Compatible");

            ana.page().reload();
            ana.seesTheDoorMove();
            assertThat(ana.picture().evaluate(TAG)).isEqualTo("IMG");

            ana.choosesQuality("Automatic").seesTheDoorMoveSmoothly();
            house.wasCalm();
        }
    }

    @Test
    void comesAsJpegsByItselfWhereNoFirstPictureIsShown() {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.PHONE, "Ana")) {
            ana.page().addInitScript(SHOW_NOTHING);

            ana.signUpAsOwner();
            assertThat(ana.page().locator("video")).isVisible();
            assertThat(ana.page().locator("video")).hasCount(0);

            ana.seesTheDoorMove();
            toldIs(ana, "Compatible");
            house.wasCalm();
        }
    }

    @ParameterizedTest
    @CsvSource({"Smooth, DESK", "Compatible, PHONE"})
    void isBackWithTheCameraWithoutAReload(String quality, Screen screen) throws Exception {
        try (HttpCamera camera = new HttpCamera(30);
                House house = House.with(camera.address(), folder);
                Person ana = new Person(browser, house, screen, "Ana")) {
            ana.signUpAsOwner().choosesQuality(quality);
            if (quality.equals("Smooth")) {
                ana.seesTheDoorMoveSmoothly();
            } else {
                ana.seesTheDoorMove();
            }
            ana.page().evaluate("() => (window.neverLeft = true)");

            camera.unplug();
            assertThat(ana.page().getByText("No picture since").first()).isVisible();
            assertThat(ana.page().locator(".pl-again"))
                    .hasText(Pattern.compile("Trying again (now|in \\d+ s) · attempt \\d+"));
            camera.plugIn();

            assertThat(ana.page().getByText("No picture since").first()).isHidden();
            ana.seesTheDoorMove();
            toldIs(ana, quality);
            assertThat(ana.page().evaluate("() => window.neverLeft")).isEqualTo(true);
            house.wasCalm();
        }
    }

    @Test
    void staysCloseBehindTheDoorAlsoAfterThePageSlept() {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheDoorMoveSmoothly();
            Locator video = ana.picture();
            isClose(video);

            video.evaluate(SLEEP);
            ana.page().evaluate(WAKE);

            ana.seesTheDoorMove();
            isClose(video);
        }
    }

    @Test
    void isAskedForAnewWhenTheServerSaysThatItHasLetGoOfASlowLine() throws Exception {
        try (House house = House.with("demo", folder);
                Line line = new Line(house);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.page().addInitScript(LOOK_AWAY);
            ana.signUpAsOwner().seesTheDoorMove();
            ana.page().navigate(line.address());
            ana.choosesQuality("Compatible").seesTheDoorMove();

            line.stopsCarryingPictures();
            assertThat(ana.picture())
                    .hasAttribute(
                            "src", Pattern.compile(".*&again=\\d+"), new HasAttributeOptions().setTimeout(60_000));

            line.carriesPicturesAgain();
            ana.seesTheDoorMove();
            house.wasCalm();
        }
    }

    private static void isClose(Locator video) {
        await("the picture is close behind what came in")
                .atMost(Person.PATIENCE)
                .until(() -> ((Number) video.evaluate(BEHIND)).doubleValue() < 0.5);
    }

    private static void toldIs(Person person, String way) {
        assertThat(person.page().locator(".pl-conn"))
                .containsText(Pattern.compile(way + "\\s*\\d+ fps · [\\d.]+ [kM]b/s"));
    }
}
