package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeChoiceTest {

    @ParameterizedTest
    @EnumSource
    void isWhatTheCookieSays(ThemeChoice choice) {
        Cookie[] cookies = {new Cookie("other", "dark"), new Cookie(ThemeChoice.COOKIE, choice.word())};
        assertThat(ThemeChoice.of(cookies)).isEqualTo(choice);
    }

    @Test
    void isTheSystemsForWhoeverChoseNothingOrNonsense() {
        assertThat(ThemeChoice.of((Cookie[]) null)).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(ThemeChoice.of(new Cookie[] {new Cookie(ThemeChoice.COOKIE, "pink")}))
                .isEqualTo(ThemeChoice.SYSTEM);
    }

    @ParameterizedTest
    @CsvSource({"DARK, all, not all", "LIGHT, not all, all"})
    void holdsFromTheFirstMomentOfAPage(ThemeChoice choice, String dark, String light) {
        Document page = Jsoup.parse("<html><head></head></html>");
        PageTheme.dress(page, "", choice);

        assertThat(page.select("link[href=dark.css]").attr("media")).isEqualTo(dark);
        assertThat(page.select("meta[name=theme-color][data-theme=dark]").attr("media"))
                .isEqualTo(dark);
        assertThat(page.select("meta[name=theme-color][data-theme=light]").attr("media"))
                .isEqualTo(light);
    }
}
