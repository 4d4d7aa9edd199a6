package org.porchlight.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** Says why there is nothing to see here, and leads back to the door. */
final class Sorry extends Div {

    Sorry(String title, String text) {
        addClassNames("pl-page", "pl-sorry");
        getStyle().setMaxWidth("640px");
        Paragraph why = new Paragraph(text);
        why.addClassName("pl-muted");
        add(new H1(title), why, new Paragraph(new Anchor("", "Go to the front door")));
    }
}
