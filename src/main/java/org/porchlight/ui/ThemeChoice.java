package org.porchlight.ui;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light or dark, as the system says or as somebody chose; remembered by the browser alone, in a cookie. */
enum ThemeChoice {
    SYSTEM("(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"),
    LIGHT("all", "not all"),
    DARK("not all", "all");

    static final String COOKIE = "porchlight-theme";

    private final String light;
    private final String dark;

    ThemeChoice(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Where what is for the light theme holds: a media query. */
    String light() {
        return light;
    }

    /** Where what is for the dark theme holds: a media query. */
    String dark() {
        return dark;
    }

    /** What the cookie says. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ThemeChoice of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst()
                .orElse(SYSTEM);
    }

    static ThemeChoice of(Cookie @Nullable [] cookies) {
        return cookies == null
                ? SYSTEM
                : Arrays.stream(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(cookie -> of(cookie.getValue()))
                        .findFirst()
                        .orElse(SYSTEM);
    }
}
