package org.porchlight.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a browser that was never here loads for a page, and how long it takes. No test: {@code ./mvnw verify -Dtest=None
 * -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=PageWeightBenchmark} prints the lines of the table in docs/performance.md.
 */
@BrowserTest
class PageWeightBenchmark {
    private static final Logger log = LoggerFactory.getLogger(PageWeightBenchmark.class);
    private static final int TIMES = 5;

    private static final String AT_REST = "() => (" + PageUser.AT_REST + ")() && performance.now()";

    private static final String MILLIS_TO_PICTURE = """
            () => {
              const picture = document.querySelector('.pl-picture');
              return picture && (picture.naturalWidth || picture.videoWidth) ? performance.now() : false;
            }""";

    @TempDir
    Path folder;

    @Test
    void measures(Browser browser) {
        try (House house = House.with("demo", folder);
                Person ana = new Person(browser, house, Screen.DESK, "Ana")) {
            ana.signUpAsOwner().seesTheDoorMove();
            String signedIn = ana.page().context().storageState();
            ana.opens("/account");
            measure(browser, house, "/login", AT_REST, "{}");
            measure(browser, house, "/", MILLIS_TO_PICTURE, signedIn);
            for (String address : List.of("/logs", "/overview", "/settings")) {
                measure(browser, house, address, AT_REST, signedIn);
            }
        }
    }

    private static void measure(Browser browser, House house, String address, String until, String signedIn) {
        List<Double> millis = new ArrayList<>();
        AtomicLong bytes = new AtomicLong();
        AtomicInteger files = new AtomicInteger();
        for (int i = 0; i < TIMES; i++) {
            bytes.set(0);
            files.set(0);
            try (BrowserContext context =
                    browser.newContext(Screen.DESK.context().setStorageState(signedIn))) {
                Page page = context.newPage();
                CDPSession network = context.newCDPSession(page);
                network.send("Network.enable");
                network.on("Network.loadingFinished", (JsonObject file) -> {
                    bytes.addAndGet(file.get("encodedDataLength").getAsLong());
                    files.incrementAndGet();
                });
                page.navigate(house.address() + address);
                millis.add(((Number) page.waitForFunction(until).jsonValue()).doubleValue());
            }
        }
        millis.sort(null);
        log.info(String.format(
                Locale.ROOT,
                "| `%s` | %d | %.0f kB | %.0f ms | %.0f ms |",
                address,
                files.get(),
                bytes.get() / 1e3,
                millis.get(TIMES / 2),
                millis.getLast()));
    }
}
