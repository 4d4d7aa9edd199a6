package org.porchlight;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The whole application, with the demo picture and a database of the test's own, without a web server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DirtiesContext
@SpringBootTest(properties = {"porchlight.camera=demo", "vaadin.productionMode=true"})
public @interface TestHouse {

    /** Keeps a test's data apart. */
    final class In {
        private In() {}

        public static void folder(DynamicPropertyRegistry properties, Path folder) {
            properties.add("porchlight.data-dir", () -> folder.resolve("data"));
        }
    }
}
