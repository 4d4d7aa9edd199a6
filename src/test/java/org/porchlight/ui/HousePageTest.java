package org.porchlight.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.TestHouse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A page without a browser, in a house of its own. */
@TestHouse
abstract class HousePageTest extends SpringBrowserlessTest {

    static final String PASSWORD = "under the old lamp";

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void keepDataIn(DynamicPropertyRegistry properties) {
        TestHouse.In.folder(properties, folder);
    }
}
