package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

/** The browser's own bar of progress. */
@Tag("progress")
final class Progress extends Component implements HasStyle {

    Progress(String name) {
        getElement().setAttribute("aria-label", name);
    }

    void show(long done, long all) {
        getElement().setProperty("max", Math.max(1, all)).setProperty("value", done);
    }
}
