package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One setting: its name and why it is there, beside its field and what holds by default. */
final class SettingRow<V> extends Div {
    private final Div side = new Div();

    /**
     * @param name of the field, as problems name it, and scripts
     * @param key of its words: {@code settings.name.…} and {@code settings.why.…}
     */
    <F extends Component & HasValue<?, V> & HasAriaLabel> SettingRow(
            String name, String key, F field, @Nullable V standard, String standardText) {
        addClassName("pl-setting");
        H3 title = new H3(translate("settings.name." + key));
        title.setId("setting-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        field.setAriaLabelledBy(title.getId().orElseThrow());
        Paragraph help = new Paragraph(translate("settings.why." + key));
        help.addClassName("pl-setting-why");
        Div words = new Div(title, help);

        Div defaults = new Div(new Span(translate("settings.default", standardText)));
        defaults.addClassName("pl-setting-default");
        if (standard != null) {
            NativeButton putBack = new NativeButton(translate("settings.putBack"), click -> field.setValue(standard));
            putBack.setAriaLabel(translate("settings.putBackOf", title.getText()));
            putBack.setVisible(!standard.equals(field.getValue()));
            field.addValueChangeListener(change -> putBack.setVisible(!standard.equals(change.getValue())));
            defaults.add(putBack);
        }
        side.add(field, defaults);
        add(words, side);
    }

    /** A line beneath the field that says what came of the setting. */
    SettingRow<V> with(Component outcome) {
        side.add(outcome);
        return this;
    }
}
