package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.porchlight.account.Member;
import org.porchlight.account.State;
import org.porchlight.viewing.Viewing;

/** Draws the people of the house, each with what can be done about them. */
final class PersonRows {
    private final LogWords words;
    private final PersonActions actions;

    PersonRows(LogWords words, PersonActions actions) {
        this.words = words;
        this.actions = actions;
    }

    /**
     * What is known of somebody.
     *
     * @param self whether it is whoever looks at the page
     * @param seen when they were here last, in words: nothing is drawn anew for a second
     * @param watches what they watch now
     */
    record Line(Member who, boolean self, String seen, List<Viewing> watches) {}

    /** Somebody who asks to come in. */
    Component waiting(Line line) {
        Member who = line.who();
        Button letIn = new Button("Let in", click -> actions.letIn(who));
        letIn.setAriaLabel("Allow " + who.username());
        letIn.addThemeVariants(ButtonVariant.PRIMARY);
        Button refuse = new Button("Refuse", click -> actions.refuse(who));
        refuse.setAriaLabel("Refuse " + who.username());
        Div row = row(who, who.username(), "Asked " + words.moment(who.createdAt()));
        row.add(refuse, letIn);
        return row;
    }

    /** Somebody who has an account. */
    Component inside(Line line) {
        Member who = line.who();
        Div row = row(who, line.self() ? who.username() + " (you)" : who.username(), about(line));
        if (!line.watches().isEmpty()) {
            row.add(LogCells.badge("Watching now", "live"));
        }
        Button change = new Button("Change");
        change.setAriaLabel("Change " + who.username());
        ContextMenu menu = new ContextMenu(change);
        menu.setOpenOnClick(true);
        fill(menu, line);
        Div both = new Div(change, menu);
        row.add(both);
        return row;
    }

    private String about(Line line) {
        Member who = line.who();
        String role = who.state() == State.DISABLED ? "Disabled" : who.owner() ? "Owner" : "Member";
        if (!line.watches().isEmpty()) {
            Viewing first = line.watches().getFirst();
            return role + " · watches " + first.cameraName() + " since " + words.moment(first.startedAt());
        }
        return role + " · " + line.seen();
    }

    private void fill(ContextMenu menu, Line line) {
        Member who = line.who();
        for (Viewing viewing : line.watches()) {
            String device = viewing.device().isEmpty()
                    ? ""
                    : " on a " + viewing.device().toLowerCase(Locale.ROOT);
            menu.addItem("End viewing" + device, click -> actions.endViewing(viewing));
        }
        if (who.state() == State.DISABLED) {
            menu.addItem("Enable", click -> actions.enable(who));
        } else {
            if (who.owner()) {
                menu.addItem("Make member", click -> actions.makeMember(who));
            } else {
                menu.addItem("Make owner", click -> actions.makeOwner(who));
            }
            menu.addItem("Reset password", click -> actions.resetPassword(who));
            menu.addItem("Disable", click -> actions.disable(who));
        }
        menu.addItem("Export what is known", click -> actions.export(who));
        menu.addItem("Remove", click -> actions.remove(who));
    }

    private static Div row(Member who, String name, String about) {
        Span shown = new Span(name);
        shown.addClassName("pl-person-name");
        Paragraph line = new Paragraph(about);
        line.addClassName("pl-setting-why");
        Div words = new Div(shown, line);
        words.addClassName("pl-person-words");
        Div row = new Div(new Initials(who.username()), words);
        row.addClassName("pl-person");
        return row;
    }
}
