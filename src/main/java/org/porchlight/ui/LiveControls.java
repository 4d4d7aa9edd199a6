package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

/** Over the live picture, at its foot: what can be done with it, and how it comes. */
final class LiveControls extends Div {

    LiveControls(RecordingNote note, ConnectionSign connection, SnapshotLink snapshot, RecordButton record) {
        Button full = new Button(Icons.EXPAND.create());
        full.addClassNames("pl-round", "pl-full");
        full.setAriaLabel("Full screen");
        full.getElement().setAttribute("title", "Full screen (F)");
        Div dock = new Div(snapshot, record, full);
        dock.addClassName("pl-dock");
        addClassName("pl-bottom");
        add(note, connection, dock, new QualityMenu());
    }
}
