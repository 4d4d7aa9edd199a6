package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.porchlight.account.Member;
import org.porchlight.viewing.Viewing;

/** Who of the others watches at this moment: "Ben and Mira are watching too". */
final class Watchers extends Div {

    private static final int SHOWN = 3;

    private final transient Consumer<Viewing> end;
    private List<Viewing> shown = List.of();

    /** @param end what an owner can do about the viewing of another */
    Watchers(Consumer<Viewing> end) {
        this.end = end;
        addClassName("pl-who");
        setVisible(false);
    }

    void show(Member self, List<Viewing> open) {
        List<Viewing> others = open.stream()
                .filter(viewing -> viewing.memberId() != self.id())
                .sorted(Comparator.comparing(Viewing::username, String.CASE_INSENSITIVE_ORDER))
                .toList();
        if (others.equals(shown)) {
            return;
        }
        shown = others;
        List<String> names = others.stream().map(Viewing::username).distinct().toList();
        removeAll();
        setVisible(!others.isEmpty());
        Div faces = new Div();
        faces.addClassName("pl-faces");
        names.stream().limit(SHOWN).map(Initials::new).forEach(faces::add);
        Span words = new Span(sentence(names));
        words.addClassName("pl-who-words");
        Span count = new Span(String.valueOf(names.size()));
        count.addClassName("pl-who-count");
        count.getElement().setAttribute("aria-hidden", "true");
        add(faces, words, count);
        if (self.owner()) {
            add(menu(others));
        }
    }

    private Div menu(List<Viewing> others) {
        Button more = new Button(Icons.MORE.create());
        more.setAriaLabel(translate("live.end"));
        more.setTooltipText(translate("live.end"));
        more.addClassName("pl-who-more");
        ContextMenu menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        others.forEach(viewing -> menu.addItem(
                translate(
                        "live.endOf",
                        viewing.username() + (viewing.device().isEmpty() ? "" : " · " + viewing.device())),
                click -> end.accept(viewing)));
        Div both = new Div(more, menu);
        both.addClassName("pl-who-menu");
        return both;
    }

    static String sentence(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> translate("live.oneToo", names.getFirst());
            case 2 -> translate("live.twoToo", names.getFirst(), names.getLast());
            case 3 -> translate("live.threeToo", names.getFirst(), names.get(1), names.getLast());
            default -> translate("live.manyToo", names.getFirst(), names.get(1), names.size() - 2);
        };
    }
}
