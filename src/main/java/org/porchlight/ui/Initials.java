package org.porchlight.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A member's initials on a colour that stays theirs; beside their name, so nothing for screen readers. */
final class Initials extends Span {

    private static final int COLOURS = 5;

    Initials(String username) {
        super(of(username));
        addClassNames(
                "pl-avatar",
                "c" + Math.floorMod(username.toLowerCase(Locale.ROOT).hashCode(), COLOURS));
        getElement().setAttribute("aria-hidden", "true");
    }

    /** "AK" for "Ana Kovač", "A" for "ana". */
    static String of(String username) {
        StringBuilder initials = new StringBuilder();
        for (String word : username.strip().split("\\s+")) {
            if (!word.isEmpty() && initials.codePointCount(0, initials.length()) < 2) {
                initials.appendCodePoint(word.codePointAt(0));
            }
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }
}
