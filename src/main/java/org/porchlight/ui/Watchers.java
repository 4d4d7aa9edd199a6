package org.porchlight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.porchlight.account.Member;
import org.porchlight.viewing.Viewing;

/** Who of the others watches at this moment: "Ben and Mira are watching too". */
final class Watchers extends Div {

    private static final int SHOWN = 3;

    private List<String> shown = List.of();

    Watchers() {
        addClassName("pl-who");
        setVisible(false);
    }

    void show(Member self, List<Viewing> open) {
        List<String> others = open.stream()
                .filter(viewing -> viewing.memberId() != self.id())
                .map(Viewing::username)
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
        if (others.equals(shown)) {
            return;
        }
        shown = others;
        removeAll();
        setVisible(!others.isEmpty());
        Div faces = new Div();
        faces.addClassName("pl-faces");
        others.stream().limit(SHOWN).map(Initials::new).forEach(faces::add);
        Span words = new Span(sentence(others));
        words.addClassName("pl-who-words");
        Span count = new Span(String.valueOf(others.size()));
        count.addClassName("pl-who-count");
        count.getElement().setAttribute("aria-hidden", "true");
        add(faces, words, count);
    }

    static String sentence(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst() + " is watching too";
            case 2 -> names.getFirst() + " and " + names.getLast() + " are watching too";
            default ->
                names.getFirst() + ", " + names.get(1) + " and "
                        + (names.size() == 3 ? names.get(2) : names.size() - 2 + " others") + " are watching too";
        };
    }
}
