package org.porchlight.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

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

    /** Makes an open page as large as this screen. */
    void fit(Page page) {
        page.setViewportSize(width, height);
    }
}
