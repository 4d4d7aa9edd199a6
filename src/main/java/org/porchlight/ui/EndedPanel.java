package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says that an owner ended this viewing, and offers another. */
final class EndedPanel extends Div {

    EndedPanel(Runnable watchAgain) {
        Button again = new Button("Watch again", Icons.PLAY.create(), click -> watchAgain.run());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(again);
        actions.addClassName("pl-acts");
        add(new H2("This viewing has ended"), new Paragraph("An owner ended it."), actions);
        addClassNames("pl-panel", "pl-ended");
    }
}
