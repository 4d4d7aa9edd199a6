package org.porchlight.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/**
 * A name as a person wrote it, trimmed and in one Unicode form. Any writing is welcome; what looks like markup is text.
 */
record Username(String text) {
    private static final int LONGEST = 40;

    static Username of(String typed) {
        return new Username(Normalizer.normalize(typed.strip(), Form.NFC));
    }

    /** The same for every way to write this name: "Ana", "ana" and "ＡＮＡ" are one. */
    String key() {
        return Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
    }

    Optional<String> problem() {
        if (text.isEmpty()) {
            return Optional.of("Enter a name.");
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return Optional.of("Choose a name of at most " + LONGEST + " characters.");
        }
        if (text.codePoints().anyMatch(Username::invisible) || key().isBlank()) {
            return Optional.of("Choose a name without invisible characters.");
        }
        return Optional.empty();
    }

    /** Control, format (zero-width, writing direction), line and paragraph separators, halves of characters. */
    private static boolean invisible(int codePoint) {
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
}
