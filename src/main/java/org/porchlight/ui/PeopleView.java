package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.porchlight.account.CannotChange;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.MemberSessions;
import org.porchlight.account.Members;
import org.porchlight.account.People;
import org.porchlight.account.SignUpRules;
import org.porchlight.account.State;
import org.porchlight.trail.MemberData;
import org.porchlight.viewing.Disconnections;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.Viewings;

/** Who may see the front door, who asks to, and who does so now. Shows each change as it happens. */
@Route(value = "people", layout = MainLayout.class)
@RolesAllowed("OWNER")
@StyleSheet("settings.css")
class PeopleView extends Div implements PersonActions, HasDynamicTitle {
    private final transient Members members;
    private final transient People people;
    private final transient MemberData data;
    private final transient MemberSessions sessions;
    private final transient Viewings viewings;
    private final transient Disconnections disconnections;
    private final long self;
    private final transient LogWords words;
    private final PersonRows rows;
    private final SignUpCard signUp;
    private final Paragraph summary = new Paragraph();
    private final SettingsCard waiting =
            new SettingsCard("waiting", translate("people.waiting"), translate("people.waitingAbout"));
    private final SettingsCard inside =
            new SettingsCard("inside", translate("people.inside"), translate("people.insideAbout"));
    private final Div waitingRows = new Div();
    private final Div insideRows = new Div();
    private List<PersonRows.Line> shown = List.of();

    PeopleView(
            Members members,
            People people,
            MemberData data,
            MemberSessions sessions,
            Viewings viewings,
            Disconnections disconnections,
            SignUpRules rules,
            PeopleNews news,
            CurrentMember me,
            Clock clock,
            ZoneId zone) {
        this.members = members;
        this.people = people;
        this.data = data;
        this.sessions = sessions;
        this.viewings = viewings;
        this.disconnections = disconnections;
        self = me.get().id();
        words = new LogWords(clock, zone);
        rows = new PersonRows(words, this);
        signUp = new SignUpCard(rules);
        summary.getElement().setAttribute("role", "status");
        waiting.add(waitingRows);
        inside.add(insideRows);
        Div head = new Div(new Div(new H1(translate("nav.people")), summary));
        head.addClassName("pl-page-head");
        Div cards = new Div(waiting, inside, signUp);
        cards.addClassName("pl-people");
        addClassNames("pl-page", "pl-settings");
        add(head, cards);
        news.follow(this, this::refresh);
    }

    /** Redraws what has changed, and nothing else: a menu may be open. */
    private void refresh() {
        signUp.refresh();
        List<PersonRows.Line> now = members.all().stream().map(this::line).toList();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        waitingRows.removeAll();
        insideRows.removeAll();
        ofState(State.WAITING).map(rows::waiting).forEach(waitingRows::add);
        ofState(State.ACTIVE).map(rows::inside).forEach(insideRows::add);
        ofState(State.DISABLED).map(rows::inside).forEach(insideRows::add);
        long asking = ofState(State.WAITING).count();
        waiting.setVisible(asking > 0);
        summary.setText(summary(ofState(State.ACTIVE).count(), asking));
    }

    private static String summary(long active, long asking) {
        return translate("people.summary", active, asking);
    }

    private Stream<PersonRows.Line> ofState(State state) {
        return shown.stream().filter(line -> line.who().state() == state);
    }

    private PersonRows.Line line(Member who) {
        List<Viewing> watches = viewings.open().stream()
                .filter(viewing -> viewing.memberId() == who.id())
                .toList();
        Instant seen = sessions.lastUse(who.id()).orElse(who.seenAt());
        return new PersonRows.Line(
                who,
                who.id() == self,
                seen == null ? translate("people.neverSeen") : translate("people.lastSeen", words.moment(seen)),
                watches);
    }

    @Override
    public void letIn(Member who) {
        people.allow(who.id());
        tell(translate("people.letInDone", who.username()));
    }

    @Override
    public void refuse(Member who) {
        people.refuse(who.id());
        tell(translate("people.gone", who.username()));
    }

    @Override
    public void makeOwner(Member who) {
        people.makeOwner(who.id());
        tell(translate("people.isOwner", who.username()));
    }

    @Override
    public void makeMember(Member who) {
        attempt(() -> people.makeMember(who.id()), translate("people.isMember", who.username()));
    }

    @Override
    public void disable(Member who) {
        attempt(() -> people.disable(who.id()), translate("people.isDisabled", who.username()));
    }

    @Override
    public void enable(Member who) {
        people.enable(who.id());
        tell(translate("people.isEnabled", who.username()));
    }

    @Override
    public void remove(Member who) {
        new RemoveDialog(
                        who,
                        erase -> attempt(
                                () -> {
                                    if (erase) {
                                        data.erase(who.id());
                                    } else {
                                        people.remove(who.id());
                                    }
                                },
                                translate("people.gone", who.username())))
                .open();
    }

    @Override
    public void export(Member who) {
        new Download("member-data/" + who.id() + ".json").save(UI.getCurrent());
    }

    @Override
    public void resetPassword(Member who) {
        attempt(
                () -> new LinkDialog(
                                translate("people.newPassword", who.username()),
                                translate("people.newPasswordAbout", who.username()),
                                NewPasswordView.PATH,
                                NewPasswordView.LINK,
                                people.offerReset(who.id()))
                        .open(),
                "");
    }

    @Override
    public void endViewing(Viewing viewing) {
        disconnections.disconnect(viewing.id());
        tell(translate("people.viewingEnded", viewing.username()));
    }

    /** Something that an owner decides, and that may not be possible. */
    private interface Decision {
        void take() throws CannotChange;
    }

    private void attempt(Decision decision, String done) {
        try {
            decision.take();
            if (!done.isEmpty()) {
                tell(done);
            }
        } catch (CannotChange e) {
            tell(say(e.sentence()));
        }
    }

    private void tell(String sentence) {
        Notification.show(sentence, 5000, Notification.Position.BOTTOM_CENTER);
        if (isAttached()) {
            refresh();
        }
    }

    @Override
    public String getPageTitle() {
        return translate("title.people");
    }
}
