package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.account.State;

/** Who waits to be let in, and who is in. */
final class PeopleCard extends SettingsCard {
    private final transient Members members;
    private final transient DateTimeFormatter times;
    private final Runnable changed;
    private final Div people = new Div();

    PeopleCard(Members members, ZoneId zone, Runnable changed) {
        super("people", "People", "Who may sign in. Those who signed up wait until you let them in.");
        this.members = members;
        this.changed = changed;
        this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.UK)
                .withZone(zone);
        add(people);
        refresh();
    }

    private void refresh() {
        people.removeAll();
        List<Member> all = members.all();
        all.stream().filter(member -> member.state() == State.WAITING).forEach(member -> people.add(waiting(member)));
        all.stream().filter(member -> member.state() == State.ACTIVE).forEach(member -> people.add(inside(member)));
        changed.run();
    }

    private Component waiting(Member member) {
        Button allow = new Button("Allow", click -> {
            members.allow(member.id());
            Notification.show(member.username() + " can sign in now.");
            refresh();
        });
        allow.setAriaLabel("Allow " + member.username());
        allow.addThemeVariants(ButtonVariant.PRIMARY);
        Button refuse = new Button("Refuse", click -> {
            members.refuse(member.id());
            Notification.show("The account of " + member.username() + " is gone.");
            refresh();
        });
        refuse.setAriaLabel("Refuse " + member.username());
        Div row = row(member, "Asked on " + times.format(member.createdAt()));
        row.add(refuse, allow);
        return row;
    }

    private Component inside(Member member) {
        return row(member, member.owner() ? "Owner" : "Member");
    }

    private static Div row(Member member, String about) {
        Span name = new Span(member.username());
        name.addClassName("pl-person-name");
        Paragraph line = new Paragraph(about);
        line.addClassName("pl-setting-why");
        Div words = new Div(name, line);
        words.addClassName("pl-person-words");
        Div row = new Div(new Initials(member.username()), words);
        row.addClassName("pl-person");
        return row;
    }
}
