package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that are open to everybody. */
@BrowserTest
class DoorsIT {

    @TempDir
    Path folder;

    @Test
    void nothingThatTheyLoadIsMissing(Browser browser) {
        List<String> missing = new ArrayList<>();
        try (House house = House.with("demo", folder);
                BrowserContext context = browser.newContext(Screen.PHONE.context())) {
            Page page = context.newPage();
            page.onResponse(answer -> {
                if (answer.status() >= 400) {
                    missing.add(answer.status() + " " + answer.url());
                }
            });
            page.onRequestFailed(request -> missing.add(request.failure() + " " + request.url()));
            for (String door : new String[] {"/signup", "/login", "/signup/done", "/new-password?link=none"}) {
                page.navigate(house.address() + door);
                page.locator("h1").waitFor();
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
        }
        assertThat(missing).isEmpty();
    }
}
