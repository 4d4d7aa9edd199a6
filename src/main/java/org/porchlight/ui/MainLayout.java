package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.porchlight.account.Members;
import org.porchlight.camera.Cameras;

/**
 * The frame of every page for members: a rail on a desk, a bar at the foot of a phone. Both are there at any time; the
 * stylesheet shows one of them by the width of the window, and takes the other from screen readers too.
 */
@PermitAll
@JsModule("./away.ts")
public class MainLayout extends AppLayout {

    private final transient AuthenticationContext authentication;
    private final transient Members members;
    private final transient Cameras cameras;
    private final List<Span> waiting = new ArrayList<>();
    private final List<Span> announcements = new ArrayList<>();

    MainLayout(AuthenticationContext authentication, Members members, Cameras cameras, PeopleNews news) {
        this.authentication = authentication;
        this.members = members;
        this.cameras = cameras;
        addToDrawer(rail());
        addToNavbar(true, tabbar());
        if (isOwner()) {
            news.follow(this, this::countWaiting);
        }
    }

    private Component rail() {
        Image brand = new Image("favicon.svg", "Porchlight");
        brand.addClassName("pl-brand");
        Div rail = new Div(
                brand, places(), account(authentication.getPrincipalName().orElse("")), signOut(), announcement());
        rail.addClassName("pl-rail");
        return rail;
    }

    /** Five places at most; the others are reached from the account. */
    private Component tabbar() {
        SideNav links = links();
        links.addItem(live(), logs());
        if (isOwner()) {
            links.addItem(people(), settings());
        }
        Div bar = new Div(links, account(translate("nav.account")), announcement());
        bar.addClassName("pl-tabbar");
        return bar;
    }

    private SideNav places() {
        SideNav links = links();
        links.addItem(live(), logs(), new SideNavItem(translate("nav.overview"), "overview", Icons.BARS.create()));
        if (isOwner()) {
            links.addItem(
                    people(), new SideNavItem(translate("nav.storage"), "storage", Icons.DISK.create()), settings());
        }
        return links;
    }

    private static SideNav links() {
        SideNav links = new SideNav();
        links.addClassName("pl-nav");
        links.getElement().setAttribute("aria-label", translate("nav.label"));
        return links;
    }

    private SideNavItem live() {
        SideNavItem live = new SideNavItem(translate("nav.live"), "", Icons.VIDEO.create());
        live.setPathAliases(
                Stream.concat(Stream.of("cameras"), cameras.all().stream().map(LiveAddress::of))
                        .collect(Collectors.toSet()));
        return live;
    }

    private static SideNavItem logs() {
        return new SideNavItem(translate("nav.logs"), "logs", Icons.HISTORY.create());
    }

    private static SideNavItem settings() {
        return new SideNavItem(translate("nav.settings"), "settings", Icons.SLIDERS.create());
    }

    /** The number on the link, for those who do not see it; said when somebody asks to come in. */
    private Span announcement() {
        Span announcement = new Span();
        announcement.addClassName("pl-hidden");
        announcement.getElement().setAttribute("role", "status");
        announcements.add(announcement);
        return announcement;
    }

    /** With the number of those who wait to be let in. */
    private SideNavItem people() {
        SideNavItem people = new SideNavItem(translate("nav.people"), "people", Icons.USERS.create());
        Span count = new Span();
        count.addClassName("pl-nav-count");
        count.getElement().setAttribute("aria-hidden", "true");
        waiting.add(count);
        people.setSuffixComponent(count);
        return people;
    }

    private Component account(String words) {
        String username = authentication.getPrincipalName().orElse("");
        RouterLink account = new RouterLink();
        account.setRoute(AccountView.class);
        account.add(new Initials(username), new Span(words));
        account.addClassName("pl-who-am-i");
        account.getElement()
                .setAttribute("title", username)
                .setAttribute("aria-label", translate("nav.accountOf", username));
        return account;
    }

    private Button signOut() {
        Button signOut =
                new Button(translate("nav.signOut"), Icons.SIGN_OUT.create(), click -> authentication.logout());
        signOut.addThemeVariants(ButtonVariant.TERTIARY);
        signOut.addClassName("pl-sign-out");
        return signOut;
    }

    private boolean isOwner() {
        return authentication.hasRole("OWNER");
    }

    private void countWaiting() {
        int count = members.waiting().size();
        waiting.forEach(badge -> {
            badge.setText(String.valueOf(count));
            badge.setVisible(count > 0);
        });
        String sentence = translate("nav.waiting", count);
        announcements.forEach(announcement -> announcement.setText(sentence));
    }
}
