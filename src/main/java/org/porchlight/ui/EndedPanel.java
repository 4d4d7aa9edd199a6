package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says that an owner ended this viewing, and offers another. */
final class EndedPanel extends Div {

    EndedPanel(Runnable watchAgain) {
        Button again = new Button(translate("live.watchAgain"), Icons.PLAY.create(), click -> watchAgain.run());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(again);
        actions.addClassName("pl-acts");
        add(new H2(translate("live.ended")), new Paragraph(translate("live.endedBy")), actions);
        addClassNames("pl-panel", "pl-ended");
    }
}
