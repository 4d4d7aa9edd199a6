package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** Settings that belong together, under one heading. */
class SettingsCard extends Section {
    private final Div header = new Div();

    SettingsCard(String id, String title, String about, Component... rows) {
        addClassNames("pl-card", "pl-settings-card");
        setId(id);
        Paragraph line = new Paragraph(about);
        header.add(new Div(new H2(title), line));
        header.addClassName("pl-settings-card-head");
        add(header);
        add(rows);
    }

    /** Something to show beside the heading. */
    final SettingsCard with(Component badge) {
        header.add(badge);
        return this;
    }
}
