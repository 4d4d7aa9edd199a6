package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * Over the live picture, at its foot: what can be done with it, and how it comes. Full screen, the small window and the way back
 * from a closer look are {@code frontend/live.ts}'s.
 */
final class LiveControls extends Div {

    LiveControls(
            SavedNote saved,
            RecordingNote note,
            ConnectionSign connection,
            SnapshotLink snapshot,
            RecordButton record) {
        Button full = round(Icons.EXPAND, "pl-full", translate("live.full"), "F");
        Button floating = round(Icons.FLOAT, "pl-float", translate("live.float"), "P");
        floating.getElement().setAttribute("hidden", true); // until the browser says that it can
        Div dock = new Div(snapshot, record, full);
        dock.addClassName("pl-dock");
        Div said = new Div(zoomed(), saved, note);
        said.addClassName("pl-said");
        Div picture = new Div(floating, new QualityMenu());
        picture.addClassName("pl-choices");
        addClassName("pl-bottom");
        add(said, connection, dock, picture);
    }

    static Button round(Icons icon, String className, String label, String key) {
        Button button = new Button(icon.create());
        button.addClassNames("pl-round", className);
        button.setAriaLabel(label);
        button.getElement().setAttribute("title", label + " (" + key + ")").setAttribute("aria-keyshortcuts", key);
        return button;
    }

    /** How much closer the picture is, and the way back. */
    private static Button zoomed() {
        Span factor = new Span();
        factor.addClassNames("pl-zoom-factor", "pl-num");
        Span back = new Span(translate("live.zoomBack"));
        back.addClassName("pl-hidden");
        Button zoomed = new Button();
        zoomed.getElement().appendChild(factor.getElement(), back.getElement());
        zoomed.setSuffixComponent(Icons.CLOSE.create());
        zoomed.addClassName("pl-zoom");
        zoomed.getElement().setAttribute("title", translate("live.zoomBack") + " (0)");
        return zoomed;
    }
}
