package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLanguageTest {
    private final PageLanguage language = new PageLanguage(new Texts());

    @ParameterizedTest
    @CsvSource({"en-GB en, en-GB", "de-AT de en, de-AT", "fr de, de", "fr it, en", "fr en-US de, en-US"})
    void isTheFirstThatTheBrowserAsksForAndThatThereIs(String asked, Locale spoken) {
        assertThat(language.of(Collections.enumeration(
                        Stream.of(asked.split(" ")).map(Locale::forLanguageTag).toList())))
                .isEqualTo(spoken);
    }
}
