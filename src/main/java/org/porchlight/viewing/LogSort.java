package org.porchlight.viewing;

/**
 * An order of the log. What is equal in it is ordered by start, in the same direction.
 *
 * @param by what counts
 * @param ascending smallest, earliest, first of the alphabet in front
 */
public record LogSort(Key by, boolean ascending) {

    /** Newest first. */
    public static final LogSort NEWEST_FIRST = new LogSort(Key.START, false);

    /** What a log can be sorted by; an index serves each. */
    public enum Key {
        START("started_at"),
        USER("username"),
        /** A viewing that goes on comes after every end. */
        END("coalesce(ended_at, 9223372036854775807)"),
        /** How long it lasted; of one that goes on, up to its last written sign of life. */
        LENGTH("coalesce(ended_at, seen_at) - started_at");

        private final String expression;

        Key(String expression) {
            this.expression = expression;
        }

        String expression() {
            return expression;
        }
    }
}
