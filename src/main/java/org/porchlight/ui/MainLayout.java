package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;

/**
 * The frame of every page for members: a rail on a desk, a bar at the foot of a phone. Both are there at any time; the
 * stylesheet shows one of them by the width of the window, and takes the other from screen readers too.
 */
@PermitAll
public class MainLayout extends AppLayout {

    private final AuthenticationContext authentication;

    MainLayout(AuthenticationContext authentication) {
        this.authentication = authentication;
        addToDrawer(rail());
        addToNavbar(true, tabbar());
    }

    private Component rail() {
        Image brand = new Image("favicon.svg", "Porchlight");
        brand.addClassName("pl-brand");
        Div rail = new Div(brand, links(), whoAmI(), signOut());
        rail.addClassName("pl-rail");
        return rail;
    }

    private Component tabbar() {
        Div bar = new Div(links(), signOut());
        bar.addClassName("pl-tabbar");
        return bar;
    }

    private SideNav links() {
        SideNav links = new SideNav();
        links.addClassName("pl-nav");
        links.getElement().setAttribute("aria-label", "Main");
        links.addItem(
                new SideNavItem("Live", "", Icons.VIDEO.create()),
                new SideNavItem("Logs", "logs", Icons.HISTORY.create()));
        if (authentication.hasRole("OWNER")) {
            links.addItem(new SideNavItem("Settings", "settings", Icons.SLIDERS.create()));
        }
        return links;
    }

    private Component whoAmI() {
        String username = authentication.getPrincipalName().orElse("");
        Div who = new Div(new Initials(username), new Span(username));
        who.addClassName("pl-who-am-i");
        who.getElement().setAttribute("title", username);
        return who;
    }

    private Button signOut() {
        Button signOut = new Button("Sign out", Icons.SIGN_OUT.create(), click -> authentication.logout());
        signOut.addThemeVariants(ButtonVariant.TERTIARY);
        signOut.addClassName("pl-sign-out");
        return signOut;
    }
}
