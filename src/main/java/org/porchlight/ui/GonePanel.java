package org.porchlight.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Says that the server does not answer; shown by the browser itself. */
final class GonePanel extends Div {

    GonePanel() {
        add(
                new H2("No connection to Porchlight"),
                new Paragraph(
                        "What you saw last is not live. The page goes on by itself when the connection is back."));
        addClassNames("pl-panel", "pl-gone");
    }
}
