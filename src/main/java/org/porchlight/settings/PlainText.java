package org.porchlight.settings;

/** What people type for others to read: any writing, and nothing that cannot be seen. */
public final class PlainText {
    private PlainText() {}

    /** Control, format (zero-width, writing direction), line and paragraph separators, halves of characters. */
    public static boolean invisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** The same on one line, with single spaces, without what cannot be seen. */
    public static String onOneLine(String typed) {
        StringBuilder visible = new StringBuilder();
        typed.replaceAll("\\s+", " ").codePoints().filter(c -> !invisible(c)).forEach(visible::appendCodePoint);
        return visible.toString().strip();
    }
}
