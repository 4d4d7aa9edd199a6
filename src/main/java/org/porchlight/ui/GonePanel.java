package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Says that the server does not answer, and since when; shown by the browser itself. */
final class GonePanel extends Div {

    GonePanel() {
        Div icon = new Div(Icons.VIDEO_OFF.create());
        icon.addClassName("pl-panel-icon");
        Span since = new Span();
        since.addClassNames("pl-gone-since", "pl-num");
        add(icon, new H2(new Span(translate("live.goneSince") + " "), since), new Paragraph(translate("live.gone")));
        addClassNames("pl-panel", "pl-gone");
        getElement().setAttribute("role", "alert");
    }
}
