package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with the live picture, in one house with the demo camera. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveControlsIT {

    /** Where the picture lies, and the page that it is to fill: left, top, right, bottom of each. */
    private static final String SIDES = """
            picture => [picture, picture.closest('porchlight-live')].flatMap(element => {
              const { left, top, right, bottom } = element.getBoundingClientRect();
              return [left, top, right, bottom];
            })""";

    /** A browser's wake locks, counted. */
    private static final String COUNT_LOCKS = """
            window.locks = 0;
            navigator.wakeLock.request = kind => {
              window.locks += kind === 'screen' ? 1 : 0;
              const lock = new EventTarget();
              lock.release = async () => { window.locks--; };
              return Promise.resolve(lock);
            };""";

    /** What browsers say to a page that is put behind another, or in front again. */
    private static final String BE = """
            visibility => {
              Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibility });
              document.dispatchEvent(new Event('visibilitychange'));
            }""";

    private static final Pattern QUIET = Pattern.compile("\\bquiet\\b");

    private House house;
    private Person ana;
    private Page page;

    @BeforeAll
    void move(Browser browser, @TempDir Path folder) {
        house = House.with("demo", folder);
        ana = new Person(browser, house, Screen.DESK, "Ana");
        page = ana.page();
        page.addInitScript(COUNT_LOCKS);
        ana.signUpAsOwner().seesTheDoorMove();
    }

    @AfterAll
    void leave() {
        ana.close();
        house.wasCalm();
        house.close();
    }

    @AfterEach
    void everythingAsBefore() {
        ana.opens("/").choosesQuality("Automatic").seesTheDoorMove();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Smooth", "Compatible"})
    void theWheelComesCloserAroundThePointerAndLeavesNoEdgeEmpty(String quality) {
        ana.choosesQuality(quality).seesTheDoorMove();
        List<Double> before = sides();
        double x = 1000;
        double y = 300;
        page.mouse().move(x, y);
        page.mouse().wheel(0, -300);

        assertThat(zoom()).hasText(Pattern.compile("1\\.[89]×.*"));
        settles();
        assertThat(placeOn(sides(), x)).as("what is under the pointer").isCloseTo(placeOn(before, x), within(0.01));

        page.mouse().down();
        page.mouse().move(x + 3000, y + 3000);
        page.mouse().up();
        settles();
        assertThat(sides().getFirst()).as("dragged to its left edge").isEqualTo(before.get(4));

        page.keyboard().press("0");
        assertThat(zoom()).isHidden();
        settles();
        assertThat(sides()).isEqualTo(before);
    }

    @Test
    void aDoubleClickShowsTheWholePictureAndAnotherFillsThePage() {
        List<Double> before = sides();
        assertThat(before.get(2) - before.get(0))
                .as("wider than the page")
                .isGreaterThan(before.get(6) - before.get(4));

        page.mouse().dblclick(800, 300);
        await("the whole width")
                .atMost(Person.PATIENCE)
                .untilAsserted(() -> assertThat(sides().get(0)).isCloseTo(before.get(4), within(1.0)));
        assertThat(sides().get(2)).isCloseTo(before.get(6), within(1.0));

        page.mouse().dblclick(800, 300);
        settles();
        assertThat(sides()).isEqualTo(before);
    }

    @Test
    void onAPhoneTwoFingersComeCloserAndDoubleTapsGoBackAndShowTheWholePicture(Browser browser) {
        try (Person onThePhone = new Person(browser, house, Screen.PHONE, "Ana")) {
            onThePhone.signIn().seesTheDoorMove();
            Page phone = onThePhone.page();
            CDPSession hand = phone.context().newCDPSession(phone);
            fingers(hand, "touchStart", 165, 400, 225, 400);
            fingers(hand, "touchMove", 135, 400, 255, 400);
            fingers(hand, "touchMove", 105, 400, 285, 400);
            fingers(hand, "touchEnd");
            assertThat(phone.locator(".pl-zoom")).hasText(Pattern.compile("3\\.0×.*"));

            doubleTap(phone);
            assertThat(phone.locator(".pl-zoom")).isHidden();
            doubleTap(phone);
            assertThat(phone.locator("porchlight-live")).hasAttribute("wide", "");
            await("the whole width")
                    .atMost(Person.PATIENCE)
                    .untilAsserted(() ->
                            assertThat(onThePhone.picture().boundingBox().width).isCloseTo(390, within(1.0)));
        }
    }

    /** @param places left and top of each finger */
    private static void fingers(CDPSession hand, String what, int... places) {
        JsonArray points = new JsonArray();
        for (int i = 0; i < places.length; i += 2) {
            JsonObject point = new JsonObject();
            point.addProperty("x", places[i]);
            point.addProperty("y", places[i + 1]);
            points.add(point);
        }
        JsonObject touch = new JsonObject();
        touch.addProperty("type", what);
        touch.add("touchPoints", points);
        hand.send("Input.dispatchTouchEvent", touch);
    }

    private static void doubleTap(Page phone) {
        phone.touchscreen().tap(195, 300);
        phone.touchscreen().tap(195, 300);
    }

    @Test
    void keysComeCloserLookAroundAndGoBack() {
        page.keyboard().press("+");
        page.keyboard().press("+");
        page.keyboard().press("+");
        assertThat(zoom()).hasText(Pattern.compile("2\\.0×.*"));
        settles();
        double left = sides().getFirst();
        page.keyboard().press("ArrowRight");
        settles();
        assertThat(sides().getFirst()).isLessThan(left - 50);
        page.keyboard().press("-");
        assertThat(zoom()).hasText(Pattern.compile("1\\.6×.*"));
        page.keyboard().press("Escape");
        assertThat(zoom()).isHidden();
    }

    @Test
    void aKeyRecordsButNotFromAFieldNorBehindTheSheetOfKeys() {
        page.keyboard().press("?");
        assertThat(ana.dialog()).containsText("Record, or stop");
        page.keyboard().press("r");
        page.keyboard().press("Escape");
        assertThat(ana.dialog()).hasCount(0);
        page.evaluate("document.querySelector('porchlight-live').append(document.createElement('input'))");
        page.locator("porchlight-live > input").focus();
        page.keyboard().press("r");
        assertThat(page.locator("porchlight-live > input")).hasValue("r");
        page.locator("porchlight-live > input").evaluate("field => field.remove()");
        assertThat(ana.button("Stop recording")).hasCount(0);

        page.keyboard().press("r");
        assertThat(ana.button("Stop recording")).isVisible();
        page.keyboard().press("r");
        assertThat(ana.button("Record")).isVisible();

        ana.button("Keys").click();
        ana.dialog().getByRole(AriaRole.BUTTON, PageUser.exactly("Close")).click();
        assertThat(ana.dialog()).hasCount(0);
    }

    @Test
    void aSnapshotIsSavedAndTheVerySameKeptInTheLog(@TempDir Path downloads) throws Exception {
        Download saved = page.waitForDownload(() -> page.keyboard().press("s"));
        assertThat(saved.suggestedFilename()).matches("Front door \\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d\\.jpg");
        Path picture = downloads.resolve("saved.jpg");
        saved.saveAs(picture);

        ana.isTold("Saved to your device.");
        ana.button("Keep in the log too").click();
        ana.isTold("In the log too.");

        try (Stream<Path> files = Files.walk(house.recordings())) {
            assertThat(files.filter(file -> file.toString().endsWith(".jpg")))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept).hasSameBinaryContentAs(picture));
        }
        ana.link("See the log").click();
        Locator small = page.getByAltText(Pattern.compile("^Snapshot of "));
        assertThat(small).isVisible();
        await("the picture in the log")
                .atMost(Person.PATIENCE)
                .until(() -> (int) small.evaluate("picture => picture.naturalWidth") == 1280);
    }

    @Test
    void theControlsFadeWhenNobodyStirsButNotWhileItRecords() {
        Locator live = page.locator("porchlight-live");
        page.mouse().move(700, 300);
        assertThat(live).hasClass(QUIET);
        assertThat(page.locator(".pl-bottom")).hasCSS("opacity", "0");
        assertThat(page.locator(".pl-id")).hasCSS("opacity", "1");

        page.mouse().move(720, 320);
        assertThat(live).not().hasClass(QUIET);
        page.keyboard().press("r");
        assertThat(ana.button("Stop recording")).isVisible();
        ana.looksOnFor(Duration.ofSeconds(6));
        assertThat(live).not().hasClass(QUIET);
        ana.stopRecording();
    }

    @Test
    void theScreenStaysOnWhileTheDoorIsWatched() {
        locksAre(1);
        page.evaluate(BE, "hidden");
        locksAre(0);
        page.evaluate(BE, "visible");
        locksAre(1);
        ana.goToLogs();
        locksAre(0);
        ana.goToLive();
        locksAre(1);
    }

    @Test
    void aSmallWindowIsOfferedWhereTheBrowserHasOneForThisPicture() {
        boolean has = (boolean) page.evaluate("() => document.pictureInPictureEnabled");
        assertThat(ana.button("Small window")).isVisible(new IsVisibleOptions().setVisible(has));
        ana.choosesQuality("Compatible").seesTheDoorMove();
        assertThat(ana.button("Small window")).isHidden();
    }

    @Test
    void theSmallWindowOpensAndTheSameKeyBringsThePictureBack() {
        assumeThat((boolean) page.evaluate("() => document.pictureInPictureEnabled"))
                .as("a browser with small windows")
                .isTrue();
        ana.button("Small window").click();
        page.waitForFunction("() => document.pictureInPictureElement === document.querySelector('video.pl-picture')");
        ana.seesTheDoorMove();

        page.keyboard().press("p");
        page.waitForFunction("() => !document.pictureInPictureElement");
        page.waitForFunction("() => document.querySelector('video.pl-picture').disablePictureInPicture");
    }

    private void locksAre(int count) {
        page.waitForFunction("count => window.locks === count", count);
    }

    private Locator zoom() {
        return page.locator(".pl-zoom");
    }

    /** Waits until the picture does not glide any more, and lies over all of the page. */
    private void settles() {
        await("the picture lies still").atMost(Person.PATIENCE).until(() -> {
            List<Double> once = sides();
            page.evaluate("() => new Promise(requestAnimationFrame)");
            return once.equals(sides());
        });
        List<Double> now = sides();
        for (int side = 0; side < 2; side++) {
            assertThat(now.get(side)).isLessThanOrEqualTo(now.get(side + 4) + 0.01);
            assertThat(now.get(side + 2)).isGreaterThanOrEqualTo(now.get(side + 6) - 0.01);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Double> sides() {
        return ((List<Number>) ana.picture().evaluate(SIDES))
                .stream().map(Number::doubleValue).toList();
    }

    /** Where on the picture a point of the page is, of its width. */
    private static double placeOn(List<Double> sides, double x) {
        return (x - sides.get(0)) / (sides.get(2) - sides.get(0));
    }
}
