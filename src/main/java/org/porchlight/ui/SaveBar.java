package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** At the foot of the settings: how much was changed, what that will mean, and what to do with it. */
final class SaveBar extends Div {

    /** The browser asks before the whole page goes with something unsaved on it; Vaadin knows of its own links only. */
    private static final String GUARD = """
            const guard = leave => {
              if (!this.isConnected) {
                window.removeEventListener('beforeunload', guard);
              } else if (this.classList.contains('changed')) {
                leave.preventDefault();
              }
            };
            window.addEventListener('beforeunload', guard);""";

    private final Span words = new Span();
    private final Span meaning = new Span();
    private final Button discard;
    private int changes;

    SaveBar(Runnable save, Runnable discardAll) {
        words.getElement().setAttribute("role", "status");
        words.addClassName("pl-save-words");
        meaning.addClassName("pl-save-means");
        discard = new Button(translate("settings.discard"), click -> discardAll.run());
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        Button saves = new Button(translate("settings.save"), click -> save.run());
        saves.addThemeVariants(ButtonVariant.PRIMARY);
        addClassName("pl-save");
        Div said = new Div(words, meaning);
        said.addClassName("pl-save-said");
        add(said, discard, saves);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        getElement().executeJs(GUARD);
    }

    /** @param meaningOfThem what they will mean, as a sentence; empty when they mean nothing that can be told */
    void count(int count, String meaningOfThem) {
        changes = count;
        words.setText(translate("settings.changes", count));
        mean(meaningOfThem);
        discard.setVisible(count > 0);
        setClassName("changed", count > 0);
        removeClassName("wrong");
    }

    /** The same changes mean something else by now. */
    void mean(String meaningOfThem) {
        meaning.setText(changes == 0 ? "" : meaningOfThem);
    }

    boolean hasChanges() {
        return changes > 0;
    }

    void saved() {
        words.setText(translate("settings.saved"));
    }

    void wrong(int fields) {
        words.setText(translate("settings.wrong", fields));
        addClassName("wrong");
    }
}
