package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

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
        Button letIn = new Button(translate("people.letIn"), click -> actions.letIn(who));
        letIn.setAriaLabel(translate("people.allow", who.username()));
        letIn.addThemeVariants(ButtonVariant.PRIMARY);
        Button refuse = new Button(translate("people.refuse"), click -> actions.refuse(who));
        refuse.setAriaLabel(translate("people.refuseWho", who.username()));
        Div row = row(who, who.username(), translate("people.asked", words.moment(who.createdAt())));
        row.add(refuse, letIn);
        return row;
    }

    /** Somebody who has an account. */
    Component inside(Line line) {
        Member who = line.who();
        Div row = row(who, line.self() ? translate("people.you", who.username()) : who.username(), about(line));
        if (!line.watches().isEmpty()) {
            row.add(LogCells.badge(translate("people.watchingNow"), "live"));
        }
        Button change = new Button(translate("people.change"));
        change.setAriaLabel(translate("people.changeWho", who.username()));
        ContextMenu menu = new ContextMenu(change);
        menu.setOpenOnClick(true);
        fill(menu, line);
        Div both = new Div(change, menu);
        row.add(both);
        return row;
    }

    private String about(Line line) {
        Member who = line.who();
        String role = translate(
                who.state() == State.DISABLED ? "people.disabled" : who.owner() ? "people.owner" : "people.member");
        if (!line.watches().isEmpty()) {
            Viewing first = line.watches().getFirst();
            return role + " · " + translate("people.watches", first.cameraName(), words.moment(first.startedAt()));
        }
        return role + " · " + line.seen();
    }

    private void fill(ContextMenu menu, Line line) {
        Member who = line.who();
        for (Viewing viewing : line.watches()) {
            String device = viewing.device().toLowerCase(Locale.ROOT);
            String end = device.isEmpty() ? translate("people.endViewing") : translate("people.endViewingOn", device);
            menu.addItem(end, click -> actions.endViewing(viewing));
        }
        if (who.state() == State.DISABLED) {
            menu.addItem(translate("people.enable"), click -> actions.enable(who));
        } else {
            if (who.owner()) {
                menu.addItem(translate("people.makeMember"), click -> actions.makeMember(who));
            } else {
                menu.addItem(translate("people.makeOwner"), click -> actions.makeOwner(who));
            }
            menu.addItem(translate("people.reset"), click -> actions.resetPassword(who));
            menu.addItem(translate("people.disable"), click -> actions.disable(who));
        }
        menu.addItem(translate("people.export"), click -> actions.export(who));
        menu.addItem(translate("people.remove"), click -> actions.remove(who));
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
