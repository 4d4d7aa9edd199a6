package org.porchlight.ui;

import com.vaadin.flow.component.UI;

/** Something to save, by its address relative to the application. */
record Download(String address) {

    /** The browser saves it; the page stays. */
    void save(UI ui) {
        ui.getPage()
                .executeJs(
                        "const a = document.createElement('a'); a.href = $0; a.download = '';"
                                + "document.body.append(a); a.click(); a.remove();",
                        address);
    }
}
