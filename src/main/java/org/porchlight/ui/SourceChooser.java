package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import org.porchlight.camera.Cameras;
import org.porchlight.camera.FoundSource;
import org.porchlight.camera.FoundSource.Kind;
import org.porchlight.camera.SourceTrials;
import org.porchlight.camera.Welcome;
import org.porchlight.settings.InvalidInput;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What a camera could read: whatever was found, each with a small live picture, or an address that somebody writes. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class SourceChooser extends Div {

    /** Stands for an address that is not found but written. */
    private static final FoundSource WRITTEN = new FoundSource("", "", "", Kind.DEVICE);

    private final transient Welcome welcome;
    private final transient SourceTrials trials;
    private final RadioButtonGroup<FoundSource> choices = new RadioButtonGroup<>();
    private final TextField address = new TextField();
    private final Div written = new Div();
    private final SourcePreview tried = new SourcePreview();

    SourceChooser(Welcome welcome, SourceTrials trials) {
        this.welcome = welcome;
        this.trials = trials;
        addClassName("pl-sources");
        choices.setLabel(translate("sources.found"));
        choices.setRenderer(new ComponentRenderer<>(this::card));
        address.setLabel(translate("sources.address"));
        address.setPlaceholder("rtsp://192.168.1.40:554/live");
        address.setHelperText(translate("sources.addressHelp"));
        address.setAutocapitalize(Autocapitalize.NONE);
        address.addValueChangeListener(change -> tried.end());
        Button tryIt = new Button(translate("sources.try"), click -> tryOut());
        Div line = new Div(address, tryIt);
        line.addClassName("pl-sources-line");
        written.add(line, tried);
        written.addClassName("pl-sources-written");
        choices.addValueChangeListener(change -> written.setVisible(WRITTEN.equals(change.getValue())));
        written.setVisible(false);
        add(choices, written);
    }

    /** As {@link org.porchlight.media.Source#parse} takes it. */
    String source() {
        FoundSource chosen = choices.getValue();
        return WRITTEN.equals(chosen) ? address.getValue() : chosen.source();
    }

    /** Where what is wrong with the source stands. */
    FieldProblems problems() {
        return new FieldProblems().at(Cameras.SOURCE, written.isVisible() ? address : choices);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        List<FoundSource> found = welcome.found();
        List<FoundSource> all = new ArrayList<>(found.subList(0, found.size() - 1));
        all.add(WRITTEN);
        all.add(found.getLast());
        choices.setItems(all);
        choices.setValue(found.getFirst());
    }

    private Component card(FoundSource source) {
        boolean isWritten = WRITTEN.equals(source);
        Span title = new Span(title(source));
        title.addClassName("pl-source-name");
        Span about = new Span(isWritten ? translate("sources.networkAbout") : about(source));
        about.addClassName("pl-source-about");
        Div words = new Div(title, about);
        words.addClassName("pl-source-words");
        Div card = new Div();
        card.addClassName("pl-source");
        if (isWritten) {
            Div icon = new Div(Icons.VIDEO.create());
            icon.addClassName("pl-source-icon");
            card.add(icon, words);
        } else {
            SourcePreview preview = new SourcePreview();
            card.add(preview, words);
            card.addAttachListener(attached -> begin(preview, source.source()));
        }
        return card;
    }

    private static String title(FoundSource source) {
        if (WRITTEN.equals(source)) {
            return translate("sources.network");
        }
        return switch (source.kind()) {
            case GIVEN -> translate("sources.given");
            case DEVICE -> source.name().isEmpty() ? source.display() : source.name();
            case DEMO -> translate("sources.demo");
        };
    }

    private static String about(FoundSource source) {
        return source.kind() == Kind.DEMO ? translate("sources.demoAbout") : source.display();
    }

    private void begin(SourcePreview preview, String source) {
        try {
            preview.show(trials.begin(source));
        } catch (InvalidInput cannotBeShown) {
            preview.say(cannotBeShown.problems().getFirst().sentence());
        }
    }

    private void tryOut() {
        address.setInvalid(false);
        try {
            tried.show(trials.begin(address.getValue()));
        } catch (InvalidInput invalid) {
            tried.end();
            problems().show(invalid.problems());
        }
    }
}
