package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Supplier;
import org.porchlight.account.MemberSessions;
import org.porchlight.account.OwnSession;

/** Where a member is signed in, and how to sign out there. */
final class OwnSessionsCard extends SettingsCard {
    private final transient MemberSessions sessions;
    private final transient LogWords words;
    private final transient Supplier<String> here;
    private final Div rows = new Div();
    private final Div foot = new Div(new Button(translate("account.endOthers"), click -> endOthers()));
    private transient List<OwnSession> shown = List.of();

    /** @param here the HTTP session of the page */
    OwnSessionsCard(MemberSessions sessions, LogWords words, Supplier<String> here) {
        super("sessions", translate("account.sessions"), translate("account.sessionsAbout"));
        this.sessions = sessions;
        this.words = words;
        this.here = here;
        foot.addClassName("pl-person");
        add(rows, foot);
        refresh();
    }

    void refresh() {
        List<OwnSession> now = sessions.mine(here.get());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        rows.removeAll();
        now.stream().map(this::row).forEach(rows::add);
        foot.setVisible(now.stream().anyMatch(session -> !session.here()));
    }

    private Component row(OwnSession session) {
        String device = session.where().device().isEmpty()
                ? translate("account.unknownDevice")
                : session.where().device();
        Span name = new Span(device);
        name.addClassName("pl-person-name");
        Paragraph about = new Paragraph(
                (session.where().address().isEmpty() ? "" : session.where().address() + " · ")
                        + translate("account.since", words.moment(session.since()), words.moment(session.lastUse())));
        about.addClassName("pl-setting-why");
        Div text = new Div(name, about);
        text.addClassName("pl-person-words");
        Div row = new Div(text);
        if (session.kept()) {
            row.add(LogCells.badge(translate("account.kept"), ""));
        }
        if (session.here()) {
            row.add(LogCells.badge(translate("account.thisOne"), "kept"));
        } else {
            Button end = new Button(translate("nav.signOut"), click -> {
                sessions.end(session);
                refresh();
            });
            end.setAriaLabel(translate("account.end", device));
            row.add(end);
        }
        row.addClassName("pl-person");
        return row;
    }

    private void endOthers() {
        sessions.endOthers(here.get());
        refresh();
    }
}
