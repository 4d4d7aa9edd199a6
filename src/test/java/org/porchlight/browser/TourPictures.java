package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of docs/tour.md from the running application with the demo picture, so that they stay true; and lays them
 * beside the drawings, where these are at hand. No test:
 * {@code ./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=TourPictures} writes docs/images.
 */
@BrowserTest
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TourPictures {
    private static final Path IMAGES = Path.of("docs", "images");
    private static final Path TOUR = Path.of("docs", "tour.md");
    private static final Path BESIDE = Path.of("docs", "beside");
    private static final Pattern LINK = Pattern.compile("images/([\\w-]+\\.jpg)");
    static final int QUALITY = 64;

    /** Folders of this test say nothing to whoever looks at the pictures. */
    private static final String HIDE_FOLDER = """
            folder => {
              const home = '/home/ana/porchlight';
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) walk.currentNode.data = walk.currentNode.data.replaceAll(folder, home);
              for (const input of document.querySelectorAll('input')) {
                if (input.value.includes(folder)) input.value = input.value.replaceAll(folder, home);
              }
            }""";

    /** There is a live picture, and of a film some time has passed: the first pictures may come before the page is laid out. */
    private static final String MOVES = """
            () => {
              const picture = document.querySelector('.pl-picture');
              return picture?.naturalWidth || picture?.currentTime > 0.5;
            }""";

    @TempDir
    Path folder;

    private final Set<String> taken = new TreeSet<>();

    @Test
    void areTaken(Browser browser) throws Exception {
        Files.createDirectories(IMAGES);
        try (House house = House.with(List.of(), Map.of(), folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            take(browser, house, "signup", "/signup", null, TourPictures::asItIs);
            ana.signUpAsOwner();
            ana.isLedTo("/welcome");
            take(browser, house, "welcome", "/welcome", ana.page().context().storageState(), TourPictures::previews);
            demo(ana.page()).check();
            ana.button("Use this camera").click();
            ana.seesTheDoorMove().record(Duration.ofSeconds(3));
            ana.stopRecording();
            house.close();
            new TourLog(folder).write();
            house.start();
            take(browser, house, "signin", "/login", null, TourPictures::asItIs);

            ana.signIn().seesTheDoorMove();
            String signedIn = ana.page().context().storageState();
            ana.opens("/account"); // whoever watches as well would be on the pictures
            take(browser, house, "cameras", "/cameras", signedIn, TourPictures::cameras);
            take(browser, house, "live", "/camera/1", signedIn, TourPictures::live);
            take(browser, house, "recording", "/camera/1", signedIn, TourPictures::recording);
            take(browser, house, "logs", "/logs", signedIn, TourPictures::asItIs);
            take(browser, house, "watch", "/logs", signedIn, page -> opens(page, "Watch"));
            take(browser, house, "delete", "/logs", signedIn, page -> opens(page, "Delete"));
            for (String name : List.of("overview", "people", "storage", "settings", "account", "trail")) {
                take(browser, house, name, "/" + name, signedIn, TourPictures::asItIs);
            }
            take(browser, house, "changing", "/settings", signedIn, TourPictures::changes);
            take(browser, house, "not-found", "/nowhere", signedIn, TourPictures::asItIs);
            lost(
                    browser,
                    ana.page().request().get(house.address() + "/live/1.jpg").body());
        }
        assertThat(LINK.matcher(Files.readString(TOUR)).results().map(link -> link.group(1)))
                .as("the pictures of the tour")
                .containsExactlyInAnyOrderElementsOf(taken);
        if (Shared.drawings().isPresent()) {
            new BesideDrawings(Shared.drawings().get(), IMAGES, BESIDE).lay(browser);
        }
    }

    /** A camera that shows the same door, until it is unplugged. */
    private void lost(Browser browser, byte[] door) throws IOException {
        try (HttpCamera camera = new HttpCamera(10, List.of(door));
                House house = House.with(camera.address(), Files.createDirectory(folder.resolve("lost")));
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheState("LIVE", Person.PATIENCE);
            String signedIn = ana.page().context().storageState();
            camera.unplug();
            take(browser, house, "lost", "/", signedIn, page -> {
                plugIn(camera);
                live(page);
                camera.unplug();
                page.locator(".pl-lost h2").waitFor();
            });
        }
    }

    private static void plugIn(HttpCamera camera) {
        try {
            camera.plugIn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On a desk and on a phone, light and dark. */
    private void take(
            Browser browser,
            House house,
            String name,
            String address,
            @Nullable String signedIn,
            Consumer<Page> prepared)
            throws IOException {
        for (Screen screen : Screen.values()) {
            for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Browser.NewContextOptions options =
                        screen.context().setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE);
                if (signedIn != null) {
                    options.setStorageState(signedIn);
                }
                try (BrowserContext context = browser.newContext(options)) {
                    context.setDefaultTimeout((double) Person.PATIENCE.toMillis());
                    Page page = context.newPage();
                    page.navigate(house.address() + address);
                    page.waitForFunction(PageUser.AT_REST);
                    prepared.accept(page);
                    page.evaluate(HIDE_FOLDER, folder.toString());
                    Path file = IMAGES.resolve(
                            "%s-%s-%s.jpg".formatted(name, screen, theme).toLowerCase(Locale.ROOT));
                    Files.write(file, screenshot(page));
                    taken.add(file.getFileName().toString());
                }
            }
        }
    }

    /** A live picture may not be painted yet when all around it is. */
    private static byte[] screenshot(Page page) {
        return await("a picture that shows something")
                .atMost(Person.PATIENCE)
                .pollInSameThread()
                .until(
                        () -> page.screenshot(new Page.ScreenshotOptions()
                                .setType(ScreenshotType.JPEG)
                                .setQuality(QUALITY)),
                        jpeg -> page.locator(".pl-picture").count() == 0 || isBrightInTheMiddle(jpeg));
    }

    private static boolean isBrightInTheMiddle(byte[] jpeg) {
        BufferedImage image = decode(jpeg);
        int width = image.getWidth();
        int height = image.getHeight();
        return Arrays.stream(image.getRGB(width / 3, height / 3, width / 3, height / 3, null, 0, width / 3))
                .anyMatch(rgb -> (rgb >> 8 & 0xff) > 100);
    }

    private static BufferedImage decode(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Locator demo(Page page) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("Demo picture")));
    }

    /** The picture of the choice moves before anything is chosen. */
    private static void previews(Page page) {
        demo(page).check();
        page.locator(".pl-preview.live img").last().waitFor();
    }

    private static void cameras(Page page) {
        page.waitForFunction("() => document.querySelectorAll('.pl-tile:not(.connecting) .pl-dot').length === 2");
    }

    private static void asItIs(Page page) {
        page.waitForFunction("() => document.fonts.status === 'loaded'");
    }

    /** One of what was changed cannot be saved. */
    private static void changes(Page page) {
        page.getByLabel("Pre-roll").fill("8");
        page.getByLabel("Frames per second").fill("0");
        named(page, "Save");
        page.locator("[aria-invalid=true]").first().waitFor();
    }

    private static void live(Page page) {
        page.locator(".pl-state", new Page.LocatorOptions().setHasText("LIVE")).waitFor();
        page.waitForFunction(MOVES);
    }

    private static void recording(Page page) {
        live(page);
        named(page, "Record");
        page.waitForFunction("end => Date.now() >= end", (double) System.currentTimeMillis() + 3_000);
    }

    private static void opens(Page page, String button) {
        named(page, button);
        page.locator("[role=dialog][opened], [role=alertdialog][opened]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForFunction("() => [...document.querySelectorAll('video')].every(video => video.readyState > 1)");
    }

    private static void named(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }
}
