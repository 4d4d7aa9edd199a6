package org.porchlight.viewing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which viewings of the log are wanted, by the day on which they began. Days are those of the house; both are included.
 *
 * @param from null: from the first on
 * @param to null: up to now
 * @param username null: everyone's
 */
public record LogFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String username) {

    /** The whole log. */
    public static final LogFilter ALL = new LogFilter(null, null, null);
}
