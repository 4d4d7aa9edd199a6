package org.porchlight.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Someone of the household at a browser. */
final class Person extends LogUser implements AutoCloseable {

    static final String PASSWORD = "under the old lamp";

    /** How long anything may take to show on a page. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Pattern OUTSIDE = Pattern.compile("/(signup|login)\\b");

    private static final String TELL_CLICKS = "addEventListener('click', () => clicked(Date.now()), true)";

    /** The live picture as it is now, apart from anything drawn over it; empty while there is none. */
    private static final String PICTURE_NOW = """
            picture => {
              if (!(picture.naturalWidth || picture.videoWidth)) return '';
              const canvas = document.createElement('canvas');
              canvas.width = 160;
              canvas.height = 90;
              canvas.getContext('2d').drawImage(picture, 0, 0, 160, 90);
              return canvas.toDataURL();
            }""";

    private final House house;
    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private volatile Instant lastClick = Instant.EPOCH;

    Person(Browser browser, House house, Screen screen, String name) {
        this(browser, house, screen.context(), name);
    }

    Person(Browser browser, House house, Browser.NewContextOptions options, String name) {
        this.house = house;
        this.name = name;
        context = browser.newContext(options);
        context.setDefaultTimeout((double) PATIENCE.toMillis());
        page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(this::listen);
        page.exposeFunction("clicked", this::clicked);
        page.addInitScript(TELL_CLICKS);
    }

    /** What the content policy keeps a page from doing is told on the browser's console alone. */
    private void listen(ConsoleMessage message) {
        if (message.text().contains("Content Security Policy")) {
            errors.add(message.text());
        }
    }

    /** The first account, made with the printed code: the owner, who is in at once. */
    Person signUpAsOwner() {
        page.navigate(house.address() + "/signup");
        fillInTheSignUp();
        field("Setup code").fill(house.setupCode());
        return signsUpAndIsIn();
    }

    /** Asks for an account; an owner has to allow it. */
    Person signUp() {
        page.navigate(house.address() + "/signup");
        fillInTheSignUp();
        assertThat(field("Setup code")).hasCount(0);
        button("Sign up").click();
        assertThat(button("Sign up")).hasCount(0);
        assertThat(page.locator("body")).containsText(name);
        return this;
    }

    Person signIn() {
        return signIn(false);
    }

    /** Signs in, and has the browser kept signed in for 30 days. */
    Person signInToStay() {
        return signIn(true);
    }

    private Person signIn(boolean toStay) {
        page.navigate(house.address() + "/login");
        signsInHere(toStay);
        assertThat(link("Live")).isVisible();
        return this;
    }

    /** On the page that is open. */
    void signsInHere() {
        signsInHere(false);
    }

    private void signsInHere(boolean toStay) {
        field("Username").fill(name);
        field("Password").fill(PASSWORD);
        field("Keep me signed in for 30 days").setChecked(toStay);
        button("Sign in").click();
    }

    /** Comes with a link that somebody gave them, makes an account, and is in at once. */
    Person signUpWith(String link) {
        page.navigate(link);
        fillInTheSignUp();
        return signsUpAndIsIn();
    }

    private Person signsUpAndIsIn() {
        button("Sign up").click();
        page.waitForURL(
                address -> !OUTSIDE.matcher(address).find(),
                new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
        return this;
    }

    private void fillInTheSignUp() {
        field("Username").fill(name);
        field("Password").fill(PASSWORD);
        field("Repeat password").fill(PASSWORD);
    }

    /** On the welcome: chooses the demo picture, when it has moved there. */
    Person usesTheDemo() {
        isLedTo("/welcome");
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("Demo picture")))
                .check();
        assertThat(page.locator(".pl-preview.live img").last()).isVisible();
        button("Use this camera").click();
        return this;
    }

    /** Opens a page by its address, as by a bookmark. */
    Person opens(String path) {
        page.navigate(house.address() + path);
        return this;
    }

    Person goToPeople() {
        link("People").click();
        assertThat(page.getByText("Who may come in")).isVisible();
        return this;
    }

    /** Chooses from what can be done about somebody, or with a button's menu. */
    Person choosesFrom(String button, String item) {
        button(button).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item))
                .click();
        return this;
    }

    /** Waits until the page has gone to another address, not until all of that is there. */
    void isLedTo(String path) {
        page.waitForURL(house.address() + path, new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.COMMIT));
    }

    /** Waits for a sentence on the page. */
    Person isTold(String sentence) {
        assertThat(page.getByText(sentence).first()).isVisible();
        return this;
    }

    void signOut() {
        button("Sign out").click();
        assertThat(field("Password")).isVisible();
    }

    /** Opens the owner's page and lets everyone in who waits. */
    Person allow(String waiting) {
        link("People").click();
        assertThat(page.getByText(waiting, new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Allow")))
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Allow"))))
                .hasCount(0);
        return this;
    }

    Person goToLive() {
        link("Live").click();
        return this;
    }

    Person goToLogs() {
        link("Logs").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Logs")))
                .isVisible();
        return this;
    }

    Person goToSettings() {
        link("Settings").click();
        assertThat(field("Frames per second")).isVisible();
        return this;
    }

    /** Has recordings begin so many seconds before the click. */
    Person wishesForPreRoll(int seconds) {
        goToSettings();
        types("Pre-roll", String.valueOf(seconds));
        button("Save").click();
        assertThat(page.getByText("Saved. It is in effect now.")).isVisible();
        return goToLive();
    }

    /** Looks on until so much time has passed. */
    Person looksOnFor(Duration duration) {
        page.waitForFunction(
                "end => Date.now() >= end",
                (double) Instant.now().plus(duration).toEpochMilli(),
                new Page.WaitForFunctionOptions()
                        .setTimeout((double) duration.plus(PATIENCE).toMillis()));
        return this;
    }

    /** What the page says of the picture, within that time. */
    Person seesTheState(String words, Duration within) {
        assertThat(page.locator(".pl-state"))
                .hasText(words, new LocatorAssertions.HasTextOptions().setTimeout((double) within.toMillis()));
        return this;
    }

    /** Waits until the live picture, with the camera's name as its text, shows two different things. */
    Person seesTheDoorMove() {
        Locator picture = picture();
        assertThat(picture).isVisible();
        String before = await("a live picture")
                .atMost(PATIENCE)
                .until(() -> (String) picture.evaluate(PICTURE_NOW), shown -> !shown.isEmpty());
        await("another live picture")
                .atMost(PATIENCE)
                .until(() -> (String) picture.evaluate(PICTURE_NOW), shown -> !shown.equals(before));
        return this;
    }

    /**
     * Sees it move as H.264, which is how it comes by itself. Where there is too much else to do, its first picture takes longer than
     * the page waits for it; then it is asked for anew.
     */
    Person seesTheDoorMoveSmoothly() {
        await("the picture as H.264").atMost(PATIENCE.multipliedBy(4)).until(() -> {
            seesTheDoorMove();
            boolean smooth = "VIDEO".equals(picture().evaluate("picture => picture.tagName"));
            if (!smooth) {
                choosesQuality("Automatic");
            }
            return smooth;
        });
        return this;
    }

    /** Has the live picture come in one of the ways of the menu: "Smooth". */
    Person choosesQuality(String way) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Quality")))
                .click();
        page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName(Pattern.compile("^" + way)))
                .click();
        return this;
    }

    /** Starts recording, and comes back when that has gone on for {@code duration}. Returns when Record was clicked. */
    Instant record(Duration duration) {
        button("Record").click();
        Instant begin = lastClick;
        assertThat(button("Stop recording")).isVisible();
        page.waitForFunction(
                "end => Date.now() >= end", (double) begin.plus(duration).toEpochMilli());
        assertThat(button("Stop recording")).isVisible();
        return begin;
    }

    private @Nullable Object clicked(Object... epochMillis) {
        lastClick = Instant.ofEpochMilli(((Number) epochMillis[0]).longValue());
        return null;
    }

    /** When something was last clicked on the page, however long it took to get there. */
    Instant lastClick() {
        return lastClick;
    }

    void stopRecording() {
        button("Stop recording").click();
        assertThat(button("Record")).isVisible();
    }

    /** Waits for so many recordings in the log. */
    Person findsRecordings(int count) {
        seesRecordings(count);
        return this;
    }

    /** Everything that the log's rows say. */
    List<String> log() {
        return page.locator("vaadin-grid-cell-content").allInnerTexts();
    }

    @Override
    Page page() {
        return page;
    }

    /** The person's browser is shut, as a laptop's lid is. */
    @Override
    public void close() {
        context.close();
        assertThat(errors).as("errors on the pages").isEmpty();
    }

    /** The live picture. */
    Locator picture() {
        return page.getByAltText("Front door", new Page.GetByAltTextOptions().setExact(true));
    }
}
