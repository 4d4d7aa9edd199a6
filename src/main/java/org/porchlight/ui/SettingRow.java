package org.porchlight.ui;

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

    <F extends Component & HasValue<?, V> & HasAriaLabel> SettingRow(
            String name, String why, F field, @Nullable V standard, String standardText) {
        addClassName("pl-setting");
        H3 title = new H3(name);
        title.setId("setting-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        field.setAriaLabelledBy(title.getId().orElseThrow());
        Paragraph help = new Paragraph(why);
        help.addClassName("pl-setting-why");
        Div words = new Div(title, help);

        Div defaults = new Div(new Span("Default " + standardText));
        defaults.addClassName("pl-setting-default");
        if (standard != null) {
            NativeButton putBack = new NativeButton("Put back", click -> field.setValue(standard));
            putBack.setAriaLabel("Put back " + name);
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
