package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneId;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.MemberSessions;
import org.porchlight.account.Passwords;

/** A member's own account: the password, and where they are signed in. */
@Route(value = "account", layout = MainLayout.class)
@PermitAll
@StyleSheet("settings.css")
class AccountView extends Div implements HasDynamicTitle {
    AccountView(
            Passwords passwords,
            MemberSessions sessions,
            PeopleNews news,
            CurrentMember me,
            AuthenticationContext authentication,
            Clock clock,
            ZoneId zone) {
        OwnSessionsCard where = new OwnSessionsCard(sessions, new LogWords(clock, zone), AccountView::here);
        Member self = me.get();
        Paragraph role = new Paragraph(translate(self.owner() ? "account.owner" : "account.member"));
        Div head = new Div(new Div(new H1(self.username()), role));
        head.addClassName("pl-page-head");
        Div cards = new Div(
                new MoreCard(self.owner(), authentication::logout),
                where,
                new PasswordCard(passwords, AccountView::here),
                new ThemeCard());
        cards.addClassName("pl-people");
        addClassNames("pl-page", "pl-settings");
        add(head, cards);
        news.follow(this, where::refresh);
    }

    /** The HTTP session of this page. */
    private static String here() {
        return VaadinSession.getCurrent().getSession().getId();
    }

    @Override
    public String getPageTitle() {
        return translate("title.account");
    }
}
