package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;

/** Says why there is nothing to see here, and leads back to the door. */
final class Sorry extends Div {

    /** @param kind what the texts of this error begin with: "notFound" */
    Sorry(String kind) {
        addClassName("pl-sorry");
        Anchor back = new Anchor("", translate("error.back"));
        back.addClassName("pl-go");
        add(
                new Image("favicon.svg", ""),
                new H1(translate("error." + kind + ".title")),
                new Paragraph(translate("error." + kind + ".why")),
                back);
    }
}
