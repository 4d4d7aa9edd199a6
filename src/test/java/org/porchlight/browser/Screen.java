package org.porchlight.browser;

import com.microsoft.playwright.Browser;

/** What someone looks at Porchlight with. */
enum Screen {
    DESK(1440, 900, false),
    PHONE(390, 844, true);

    private final int width;
    private final int height;
    private final boolean touch;

    Screen(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    Browser.NewContextOptions context() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setIsMobile(touch)
                .setLocale("en-GB")
                .setAcceptDownloads(true);
    }
}
