package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;

/** Saves the picture of this moment; {@code frontend/live.ts} names the file after the moment. */
final class SnapshotLink extends Anchor {

    SnapshotLink() {
        add(Icons.SNAPSHOT.create());
        addClassNames("pl-round", "pl-snapshot");
        setAriaLabel(translate("live.snapshot"));
        getElement()
                .setAttribute("title", translate("live.snapshot") + " (S)")
                .setAttribute("aria-keyshortcuts", "S")
                .setAttribute("router-ignore", true);
    }

    /** Whose picture it saves. */
    void of(HeldViewing viewing) {
        setHref("live/" + viewing.cameraId() + ".jpg?viewing=" + viewing.id());
    }

    void name(String camera) {
        getElement().setAttribute("download", camera + ".jpg").setAttribute("data-camera", camera);
    }
}
