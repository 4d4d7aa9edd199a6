package org.porchlight.ui;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The quick ranges of the log. */
enum LogRange {
    TODAY("Today", "today"),
    YESTERDAY("Yesterday", "yesterday"),
    SEVEN_DAYS("7 days", "in the last 7 days"),
    ALL("All", "");

    private final String label;
    private final String words;

    LogRange(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** On its tab. */
    String label() {
        return label;
    }

    /** In a sentence: "23 viewings in the last 7 days". */
    String words() {
        return words;
    }

    @Nullable
    LocalDate from(LocalDate today) {
        return switch (this) {
            case TODAY -> today;
            case YESTERDAY -> today.minusDays(1);
            case SEVEN_DAYS -> today.minusDays(6);
            case ALL -> null;
        };
    }

    @Nullable
    LocalDate to(LocalDate today) {
        return switch (this) {
            case TODAY, SEVEN_DAYS -> today;
            case YESTERDAY -> today.minusDays(1);
            case ALL -> null;
        };
    }
}
