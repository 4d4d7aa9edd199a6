package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

/** Where somebody chooses between light and dark, for the browser that they sit at. */
final class ThemeCard extends SettingsCard {
    private static final String CHOSEN =
            "return (document.cookie.match(/(?:^|; )" + ThemeChoice.COOKIE + "=(\\w+)/) || [])[1] || ''";

    private static final String CHOOSE = """
            document.cookie = `%s=${$0}; path=/; max-age=${$0 === 'system' ? 0 : 31536000}; samesite=lax`;
            for (const part of document.querySelectorAll('[data-theme]')) {
              part.media = part.dataset.theme === 'dark' ? $2 : $1;
            }""".formatted(ThemeChoice.COOKIE);

    private final RadioButtonGroup<ThemeChoice> theme = new RadioButtonGroup<>();

    ThemeCard() {
        super("theme", translate("theme.heading"), translate("theme.about"));
        theme.setAriaLabel(translate("theme.heading"));
        theme.setItems(ThemeChoice.values());
        theme.setItemLabelGenerator(choice -> translate("theme.choice." + choice.word()));
        theme.setValue(ThemeChoice.SYSTEM);
        theme.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ThemeChoice chosen = change.getValue();
                getElement().executeJs(CHOOSE, chosen.word(), chosen.light(), chosen.dark());
            }
        });
        Div row = new Div(theme);
        row.addClassName("pl-person");
        add(row);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs(CHOSEN).then(String.class, word -> theme.setValue(ThemeChoice.of(word)));
    }
}
