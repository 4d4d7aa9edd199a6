package org.porchlight.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.TestHouse;
import org.porchlight.account.AsMember;
import org.porchlight.account.Role;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A page before which an owner sits, in a house of its own. */
@TestHouse
@AsMember(value = "Ana", role = Role.OWNER)
abstract class OwnerPageTest extends SpringBrowserlessTest {

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void here(DynamicPropertyRegistry properties) {
        TestHouse.In.folder(properties, data);
    }
}
