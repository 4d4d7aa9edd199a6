package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
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
    private final NativeButton wrong;
    private final Button discard;
    private int changes;

    /** @param lead leads to the first field that something is wrong with */
    SaveBar(Runnable save, Runnable discardAll, Runnable lead) {
        words.addClassName("pl-save-words");
        wrong = new NativeButton("", click -> lead.run());
        wrong.addClassName("pl-save-wrong");
        Div status = new Div(words, wrong);
        status.getElement().setAttribute("role", "status");
        meaning.addClassName("pl-save-means");
        discard = new Button(translate("settings.discard"), click -> discardAll.run());
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        Button saves = new Button(translate("settings.save"), click -> save.run());
        saves.addThemeVariants(ButtonVariant.PRIMARY);
        addClassName("pl-save");
        Div said = new Div(status, meaning);
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
        wrong(0);
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
        wrong.setText(translate("settings.wrong", fields));
        wrong.setVisible(fields > 0);
        setClassName("wrong", fields > 0);
    }
}
