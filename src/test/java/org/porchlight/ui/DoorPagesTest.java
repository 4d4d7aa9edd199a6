package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.porchlight.account.AsOwner;
import org.porchlight.account.Members;
import org.porchlight.account.People;
import org.porchlight.account.SetupCode;
import org.porchlight.account.SignUpMode;
import org.porchlight.account.SignUpRules;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing up and in, in the order in which a household does. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorPagesTest extends HousePageTest {
    @Autowired
    SetupCode code;

    @Autowired
    Members members;

    @Autowired
    People people;

    @Autowired
    SignUpRules rules;

    @Test
    @Order(1)
    void beforeThereIsAnybodyTheSignInLeadsToTheFirstAccount() {
        navigate("login", SignUpView.class);

        test(text("Username")).setValue("Ana");
        test(password("Password")).setValue("short");
        test(password("Repeat password")).setValue("other");
        test(text("Setup code")).setValue("nonsense");
        test($(Button.class).withText("Sign up").single()).click();

        assertThat(text("Username").isInvalid()).isFalse();
        assertThat(password("Password").getErrorMessage()).contains("at least 8 characters");
        assertThat(password("Repeat password").getErrorMessage()).contains("differ");
        assertThat(text("Setup code").getErrorMessage()).contains("not the code");
        assertThat(members.none()).isTrue();
        assertThat(isSentToTheSignIn()).isFalse();

        test(password("Password")).setValue(PASSWORD);
        test(password("Repeat password")).setValue(PASSWORD);
        test(text("Setup code")).setValue(code.display());
        test($(Button.class).withText("Sign up").single()).click();

        assertThat(isSentToTheSignIn()).isTrue();
    }

    @Test
    @Order(2)
    void laterOnesAreToldThatTheyHaveToBeLetIn() {
        navigate(SignUpView.class);
        assertThat($(TextField.class).withCaption("Setup code").exists()).isFalse();

        test(text("Username")).setValue("<b>Ben</b>");
        test(password("Password")).setValue(PASSWORD);
        test(password("Repeat password")).setValue(PASSWORD);
        test($(Button.class).withText("Sign up").single()).click();

        assertThat(isSentToTheSignIn()).isFalse();
        assertThat(getCurrentView()).isInstanceOf(SignedUpView.class);
        assertThat($(H1.class).single().getText()).isEqualTo("An owner has to let you in");
        assertThat(AsOwner.ask(members::waiting))
                .singleElement()
                .satisfies(ben -> assertThat(ben.username()).isEqualTo("<b>Ben</b>"));
    }

    @Test
    @Order(3)
    void aWrongPasswordIsToldWithoutSayingMore() {
        UI.getCurrent().navigate("login", QueryParameters.of("error", ""));
        assertThat($(Div.class)
                        .withClassName("pl-problem")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("That name and password do not match.");
    }

    @Test
    @Order(4)
    void theConfirmationIsForWhoeverSignedUpHere() {
        navigate("signup/done", LoginView.class);
    }

    @Test
    @Order(5)
    void theSignUpSaysWhichRuleApplies() throws Exception {
        navigate(SignUpView.class);
        assertThat(lead()).isEqualTo("Then somebody who looks after the front door has to let you in.");
        choose(SignUpMode.INVITATION);
        navigate(SignUpView.class);
        assertThat(lead()).isEqualTo("To sign up, ask an owner for a link. It works once, for a day.");
        choose(SignUpMode.CLOSED);
        navigate(SignUpView.class);
        assertThat(lead()).isEqualTo("Nobody can sign up here just now. Ask an owner.");
        assertThat($(PasswordField.class).exists()).isFalse();
    }

    @Test
    @Order(6)
    void anInvitationLetsOneInAtOnce() throws Exception {
        choose(SignUpMode.INVITATION);
        String invitation = AsOwner.call(rules::invite);
        open("signup", "invitation", invitation);
        assertThat(lead()).isEqualTo("Choose a name and a password, and you are in.");
        test(text("Username")).setValue("Mira");
        test(password("Password")).setValue(PASSWORD);
        test(password("Repeat password")).setValue(PASSWORD);
        test($(Button.class).withText("Sign up").single()).click();
        assertThat(isSentToTheSignIn()).isTrue();

        open("signup", "invitation", invitation);
        assertThat($(H1.class).single().getText()).isEqualTo("This invitation works no longer");
    }

    @Test
    @Order(7)
    void aLinkForAnotherPasswordWorksOnce() throws Exception {
        long mira = AsOwner.ask(members::all).getLast().id();
        String link = AsOwner.call(() -> people.offerReset(mira));
        open("new-password", "link", link);
        assertThat($(H1.class).single().getText()).isEqualTo("Hello, Mira");
        test(password("New password")).setValue("short");
        test($(Button.class).withText("Change password").single()).click();
        assertThat(password("New password").getErrorMessage()).contains("at least 8 characters");
        test(password("New password")).setValue("behind the green door");
        test(password("Repeat new password")).setValue("behind the green door");
        test($(Button.class).withText("Change password").single()).click();

        open("new-password", "link", link);
        assertThat($(H1.class).single().getText()).isEqualTo("This link works no longer");
    }

    @Test
    @Order(8)
    void theSignInSaysWhyTheSessionBeforeHasEnded() {
        open("login", "ended", "BY_OWNER");
        assertThat($(Div.class)
                        .withClassName("pl-problem")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("An owner ended your access.");
        open("login", "ended", "<script>");
        assertThat($(Div.class).withClassName("pl-problem").exists()).isFalse();
    }

    @Test
    @Order(9)
    void whatIsWrongIsSaidInTheLanguageOfThePage() throws Exception {
        UI.getCurrent().setLocale(Locale.GERMANY);
        open("signup", "invitation", AsOwner.call(rules::invite));
        test(text("Benutzername")).setValue("Ana");
        test(password("Passwort")).setValue("kurz");
        test(password("Passwort wiederholen")).setValue("anders");
        test($(Button.class).withText("Konto anlegen").single()).click();

        assertThat(text("Benutzername").getErrorMessage())
                .isEqualTo("Dieser Name ist vergeben. Bitte einen anderen wählen.");
        assertThat(password("Passwort").getErrorMessage())
                .isEqualTo("Bitte ein Passwort mit mindestens 8 Zeichen wählen.");
        assertThat(password("Passwort wiederholen").getErrorMessage())
                .isEqualTo("Die Passwörter sind verschieden. Bitte zweimal dasselbe eingeben.");
    }

    /** Whether the browser is told to send what was typed. */
    private static boolean isSentToTheSignIn() {
        UIInternals page = UI.getCurrent().getInternals();
        page.getStateTree().runExecutionsBeforeClientResponse();
        return page.dumpPendingJavaScriptInvocations().stream()
                .anyMatch(script -> script.getInvocation().getExpression().contains("this.submit()"));
    }

    private static void open(String page, String parameter, String value) {
        UI.getCurrent().navigate(page, QueryParameters.of(parameter, value));
    }

    private String lead() {
        return $(Paragraph.class).withClassName("pl-door-lead").single().getText();
    }

    private void choose(SignUpMode mode) throws Exception {
        AsOwner.call(() -> {
            rules.choose(mode);
            return mode;
        });
    }

    private TextField text(String label) {
        return $(TextField.class).withCaption(label).single();
    }

    private PasswordField password(String label) {
        return $(PasswordField.class).withCaption(label).single();
    }
}
