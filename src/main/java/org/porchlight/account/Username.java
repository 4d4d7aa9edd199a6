package org.porchlight.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import org.porchlight.media.Sentence;
import org.porchlight.settings.PlainText;

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

    /** As it may be shown and stored whatever was typed: without what cannot be seen, and not too long. */
    String visible() {
        StringBuilder visible = new StringBuilder();
        text.codePoints()
                .filter(codePoint -> !PlainText.invisible(codePoint))
                .limit(LONGEST)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    Optional<Sentence> problem() {
        if (text.isEmpty()) {
            return Optional.of(Sentence.of("input.nameMissing"));
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return Optional.of(Sentence.of("input.nameTooLong", LONGEST));
        }
        if (text.codePoints().anyMatch(PlainText::invisible) || key().isBlank()) {
            return Optional.of(Sentence.of("input.nameInvisible"));
        }
        return Optional.empty();
    }
}
