package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.LongSupplier;
import org.porchlight.camera.SourceTrials;
import org.porchlight.settings.InvalidInput;

/** Beneath the field of a camera's source: shows what comes of it before it is saved. */
final class SourceTry extends Div {

    private final transient SourceTrials trials;
    private final transient LongSupplier camera;
    private final TextField source;
    private final SourcePreview preview = new SourcePreview();

    /** @param camera whose picture is meant where nothing is written: that is found by itself */
    SourceTry(SourceTrials trials, TextField source, LongSupplier camera) {
        this.trials = trials;
        this.source = source;
        this.camera = camera;
        Button show = new Button(translate("sources.try"), click -> show());
        show.addClassName("pl-source-try");
        source.addValueChangeListener(change -> preview.end());
        add(show, preview);
    }

    private void show() {
        source.setInvalid(false);
        try {
            String typed = source.getValue();
            preview.show(typed.isBlank() ? trials.begin(camera.getAsLong()) : trials.begin(typed));
        } catch (InvalidInput invalid) {
            preview.say(invalid.problems().getFirst().sentence());
        }
    }
}
