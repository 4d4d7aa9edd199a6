package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.account.Member;
import org.porchlight.account.Passwords;
import org.porchlight.account.People;
import org.porchlight.account.Role;
import org.porchlight.account.SignUpMode;
import org.porchlight.account.SignUpRules;
import org.porchlight.account.State;
import org.porchlight.settings.InvalidInput;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.Viewings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@WithMockUser(username = "Ana", roles = "OWNER")
class PeopleViewTest extends PageTest {

    @Autowired
    People people;

    @Autowired
    SignUpRules rules;

    @Autowired
    Passwords passwords;

    @Autowired
    Viewings viewings;

    private Member ben;

    @BeforeEach
    void benIsIn() {
        ben = become("Ben");
        people.allow(ben.id());
        people.enable(ben.id());
        become("Ana");
    }

    @AfterEach
    void benGoes() throws Exception {
        viewings.open().forEach(viewing -> viewings.end(viewing.id(), EndReason.LEFT));
        people.remove(ben.id());
        rules.choose(SignUpMode.APPROVAL);
    }

    @Test
    void whoAsksToComeInShowsAtOnceAndIsLetInOrRefused() throws Exception {
        navigate(PeopleView.class);
        assertThat($(Button.class).withText("Let in").exists()).isFalse();
        signUp("<b>Jo</b>");
        signUp("Mira");

        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat($(Button.class).withText("Let in").all()).hasSize(2);
        });
        assertThat($(Span.class).withText("<b>Jo</b>").all())
                .as("markup is text")
                .hasSize(1);
        assertThat($(Span.class).withClassName("pl-nav-count").all())
                .extracting(Span::getText)
                .containsOnly("2");
        test(named(Button.class, "Allow <b>Jo</b>")).click();
        test(named(Button.class, "Refuse Mira")).click();

        assertThat(members.waiting()).isEmpty();
        assertThat(members.all())
                .extracting(Member::username)
                .contains("<b>Jo</b>")
                .doesNotContain("Mira");
        people.remove(members.all().getLast().id());
    }

    @Test
    void whatSomebodyWatchesShowsAtOnceAndCanBeEnded() {
        navigate(PeopleView.class);
        long viewing = viewings.begin(ben, 1, "a session", "Phone").id();
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat($(Paragraph.class).all())
                    .extracting(Paragraph::getText)
                    .anyMatch(line -> line.startsWith("Member · watches Front door since today at "));
        });

        choose("Ben", "End viewing on a phone");

        assertThat(viewings.isOpen(viewing)).isFalse();
    }

    @Test
    void aMemberBecomesAnOwnerAndBack() {
        navigate(PeopleView.class);
        choose("Ben", "Make owner");
        assertThat(now().role()).isEqualTo(Role.OWNER);
        choose("Ben", "Make member");
        assertThat(now().role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void aMemberIsDisabledAndEnabled() {
        navigate(PeopleView.class);
        choose("Ben", "Disable");
        assertThat(now().state()).isEqualTo(State.DISABLED);
        choose("Ben", "Enable");
        assertThat(now().state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void removingAsksFirst() {
        navigate(PeopleView.class);
        choose("Ben", "Remove");
        ConfirmDialog dialog = $(ConfirmDialog.class).single();
        assertThat(members.find(ben.id())).isPresent();
        test(dialog).confirm();
        assertThat(members.find(ben.id())).isEmpty();
    }

    @Test
    void theLastOwnerStaysAndASentenceSaysWhy() {
        navigate(PeopleView.class);
        choose("Ana", "Disable");
        assertThat($(Notification.class).all())
                .extracting(notification -> test(notification).getText())
                .contains("Ana is the last owner. Make somebody else an owner first.");
    }

    @Test
    void aLinkForAnotherPasswordIsShownOnce() {
        navigate(PeopleView.class);
        choose("Ben", "Reset password");
        TextField link = $(TextField.class).withCaption("Link").single();
        String secret = link.getValue().substring(link.getValue().indexOf("link=") + 5);
        assertThat(link.getValue()).startsWith("http").contains("/new-password?link=");
        assertThat(link.isReadOnly()).isTrue();
        assertThat(passwords.resets(secret)).map(Member::username).contains("Ben");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoMayIsChosenHereAndHoldsAtOnce() {
        navigate(PeopleView.class);
        RadioButtonGroup<SignUpMode> mode = $(RadioButtonGroup.class).single();
        test(mode).selectItem("Only whoever has an invitation");
        assertThat(rules.mode()).isEqualTo(SignUpMode.INVITATION);

        test($(Button.class).withText("Make an invitation").single()).click();
        String link = $(TextField.class).withCaption("Link").single().getValue();
        assertThat(link).contains("/signup?invitation=");
        assertThat(rules.invites(link.substring(link.indexOf('=') + 1))).isTrue();
    }

    private void choose(String name, String item) {
        Button change = named(Button.class, "Change " + name);
        ContextMenu menu = (ContextMenu) change.getParent()
                .orElseThrow()
                .getChildren()
                .filter(ContextMenu.class::isInstance)
                .findFirst()
                .orElseThrow();
        test(menu).clickItem(item);
    }

    private void signUp(String username) throws InvalidInput {
        members.signUp(username, PASSWORD, PASSWORD, "");
    }

    private Member now() {
        return members.find(ben.id()).orElseThrow();
    }
}
