package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.porchlight.camera.Shutter;

/** Says on the live page that nobody looks through the camera, who wanted it so, and lets whoever reads it end that. */
final class ShutterPanel extends Div {

    private final transient ShutterWords words;
    private final Paragraph who = new Paragraph();

    ShutterPanel(ShutterWords words, Runnable open) {
        this.words = words;
        Div icon = new Div(Icons.VIDEO_OFF.create());
        icon.addClassName("pl-panel-icon");
        Button opens = new Button(translate("shutter.open"), Icons.VIDEO.create(), click -> open.run());
        opens.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(opens);
        actions.addClassName("pl-acts");
        add(icon, new H2(translate("shutter.isClosed")), who, actions);
        addClassNames("pl-panel", "pl-shut");
    }

    /** @return what a screen reader should say of it */
    String show(Shutter shutter) {
        who.setText(words.sentence(shutter));
        return translate("shutter.isClosed") + ". " + who.getText();
    }
}
