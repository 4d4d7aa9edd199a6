package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;

/** Says why there is nothing to see here, and leads back to the door. */
abstract class SorryPage extends Div implements HasDynamicTitle {
    private final String title;

    /** @param kind what the texts of this error begin with: "notFound" */
    SorryPage(String kind) {
        title = translate("error." + kind + ".title");
        Anchor back = new Anchor("", translate("error.back"));
        back.addClassName("pl-go");
        Div sorry = new Div(
                new Image("favicon.svg", ""), new H1(title), new Paragraph(translate("error." + kind + ".why")), back);
        sorry.addClassName("pl-sorry");
        add(sorry);
    }

    @Override
    public final String getPageTitle() {
        return title + " – Porchlight";
    }
}
