package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The quick ranges of the log. */
enum LogRange {
    TODAY("today"),
    YESTERDAY("yesterday"),
    SEVEN_DAYS("7"),
    THIRTY_DAYS("30"),
    ALL("all");

    /** In the page's address. */
    final String code;

    LogRange(String code) {
        this.code = code;
    }

    /** On its tab: "7 days". */
    String label() {
        return translate("log.range." + code);
    }

    /** In a sentence, from its space on: " in the last 7 days". */
    String words() {
        return this == ALL ? "" : " " + translate("log.inRange." + code);
    }

    @Nullable
    LocalDate from(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            case SEVEN_DAYS -> today.minusDays(6);
            case THIRTY_DAYS -> today.minusDays(29);
            case ALL -> null;
        };
    }

    @Nullable
    LocalDate to(LocalDate today) {
        return switch (this) {
            case TODAY, SEVEN_DAYS, THIRTY_DAYS -> today;
            case YESTERDAY -> today.minusDays(1);
            case ALL -> null;
        };
    }
}
