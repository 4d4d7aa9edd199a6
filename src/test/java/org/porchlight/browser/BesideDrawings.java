package org.porchlight.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/** Lays each screen as it was drawn beside the picture of what was built, for docs/beside-the-drawings.md. */
record BesideDrawings(Path drawings, Path built, Path to) {

    /** The drawings' names, and those of our pictures. */
    private static final Map<String, String> SCREENS = Map.of(
            "live", "live",
            "live-recording", "recording",
            "live-lost", "lost",
            "logs", "logs",
            "watch", "watch",
            "delete", "delete",
            "settings", "changing",
            "signup", "signup");

    private static final String PAGE = """
            <style>
              body { margin: 0; display: flex; gap: 8px; background: #888 }
              img { height: 100vh; flex: 1; min-width: 0 }
            </style>
            <img src="data:image/png;base64,%s"><img src="data:image/jpeg;base64,%s">""";

    void lay(Browser browser) throws IOException {
        Files.createDirectories(to);
        for (Map.Entry<String, String> screen : SCREENS.entrySet()) {
            lay(browser, screen, Screen.DESK, ColorScheme.LIGHT, 1448, 450);
            lay(browser, screen, Screen.PHONE, ColorScheme.DARK, 608, 650);
        }
    }

    private void lay(
            Browser browser, Map.Entry<String, String> names, Screen screen, ColorScheme theme, int width, int height)
            throws IOException {
        String how = "-%s-%s".formatted(screen, theme).toLowerCase(Locale.ROOT);
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height))) {
            page.setContent(PAGE.formatted(
                    base64(drawings.resolve(names.getKey() + how + ".png")),
                    base64(built.resolve(names.getValue() + how + ".jpg"))));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(to.resolve(names.getValue() + how + ".jpg"))
                    .setType(ScreenshotType.JPEG)
                    .setQuality(TourPictures.QUALITY));
        }
    }

    private static String base64(Path file) throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    }
}
