package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** On a phone: what has no place in the bar at its foot. The rail of a desk has all of it. */
final class MoreCard extends SettingsCard {

    /** @param signOut what the button does */
    MoreCard(boolean owner, Runnable signOut) {
        super("more", translate("more.heading"), translate("more.about"));
        addClassName("pl-more");
        Nav links = new Nav();
        links.getElement().setAttribute("aria-label", translate("more.heading"));
        links.add(link(OverviewView.class, Icons.BARS, "nav.overview"));
        if (owner) {
            links.add(
                    link(StorageView.class, Icons.DISK, "nav.storage"),
                    link(TrailView.class, Icons.USERS, "nav.trail"));
        }
        add(links, new Button(translate("nav.signOut"), Icons.SIGN_OUT.create(), click -> signOut.run()));
    }

    private static RouterLink link(Class<? extends Component> page, Icons icon, String text) {
        RouterLink link = new RouterLink();
        link.setRoute(page);
        link.add(icon.create(), new Span(translate(text)));
        return link;
    }
}
