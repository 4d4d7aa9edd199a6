package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** How the picture comes, each way with its cost in words. The browser lets choose and remembers ({@code frontend/quality.ts}). */
@Tag("porchlight-quality")
@JsModule("./quality.ts")
final class QualityMenu extends HtmlContainer {

    private static final String MENU_ID = "pl-quality-menu";

    QualityMenu() {
        Span now = new Span();
        now.addClassName("pl-quality-now");
        NativeButton button = new NativeButton();
        button.add(now, Icons.UP.create());
        button.addClassName("pl-quality-button");
        button.setAriaLabel(translate("live.quality"));
        button.getElement()
                .setAttribute("popovertarget", MENU_ID)
                .setAttribute("aria-haspopup", "menu")
                .setAttribute("aria-expanded", "false");
        Div menu = new Div(
                item("automatic", translate("live.automatic"), translate("live.automaticCost")),
                item("smooth", translate("live.smooth"), translate("live.smoothCost")),
                item("compatible", translate("live.compatible"), translate("live.compatibleCost")));
        menu.setId(MENU_ID);
        menu.addClassName("pl-quality-menu");
        menu.getElement()
                .setAttribute("popover", "auto")
                .setAttribute("role", "menu")
                .setAttribute("aria-label", translate("live.quality"));
        add(button, menu);
    }

    private static Div item(String quality, String name, String cost) {
        Div item = new Div(Icons.CHECK.create(), new Span(name));
        item.getElement()
                .appendChild(new Element("small").setText(cost))
                .setAttribute("role", "menuitemradio")
                .setAttribute("tabindex", "-1")
                .setAttribute("data-quality", quality)
                .setAttribute("data-name", name);
        return item;
    }
}
