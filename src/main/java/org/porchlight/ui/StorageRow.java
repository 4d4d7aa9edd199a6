package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Something on the storage page: its name, a line about it, and what can be done with it. */
final class StorageRow extends Div {

    StorageRow(String name, String about, Component... actions) {
        Span title = new Span(name);
        title.addClassName("pl-person-name");
        Span line = new Span(about);
        line.addClassNames("pl-setting-why", "pl-num");
        Div words = new Div(title, line);
        words.addClassNames("pl-person-words", "pl-storage-words");
        Div buttons = new Div(actions);
        buttons.addClassName("pl-storage-buttons");
        addClassName("pl-person");
        add(words, buttons);
    }
}
