package org.porchlight;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the whole application without a web server, in a house of its own. */
@TestHouse
public abstract class HouseTest {

    protected static final String PASSWORD = "under the old lamp";

    @TempDir
    protected static Path folder;

    @DynamicPropertySource
    static void keepDataIn(DynamicPropertyRegistry properties) {
        TestHouse.In.folder(properties, folder);
    }
}
