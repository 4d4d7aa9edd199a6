package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.account.SignUpRules;
import org.porchlight.account.State;
import org.porchlight.settings.InvalidInput;

/**
 * Makes an account: the first one with the setup code, every later one as the owners want it, and says how that is. Whoever need
 * not wait to be let in is signed in at once, with what they typed.
 */
@Route(value = "signup", autoLayout = false)
@AnonymousAllowed
public class SignUpView extends DoorPage implements BeforeEnterObserver, HasDynamicTitle {
    /** The parameter that carries an invitation. */
    static final String INVITATION = "invitation";

    private final Members members;
    private final SignUpRules rules;
    private final CurrentMember me;
    private final TextField setupCode = new TextField(translate("field.setupCode"));
    private final TextField username = new TextField(translate("field.username"));
    private final PasswordField password = new PasswordField(translate("field.password"));
    private final PasswordField repeat = new PasswordField(translate("field.repeat"));
    private final FieldProblems problems = new FieldProblems()
            .at(Members.SETUP_CODE, setupCode)
            .at(Members.USERNAME, username)
            .at(Members.PASSWORD, password)
            .at(Members.REPEAT_PASSWORD, repeat);
    private final DoorForm form = new DoorForm(username, password);
    private String invitation = "";

    SignUpView(Members members, SignUpRules rules, CurrentMember me) {
        this.members = members;
        this.rules = rules;
        this.me = me;
        addClassName("short");
        setupCode.setHelperText(translate("field.setupCodeHelp"));
        setupCode.setAutocomplete(Autocomplete.OFF);
        setupCode.addClassName("pl-code");
        username.setAutocomplete(Autocomplete.USERNAME);
        username.setAutocapitalize(Autocapitalize.NONE);
        password.setHelperText(translate("field.passwordHelp"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        repeat.setAutocomplete(Autocomplete.NEW_PASSWORD);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        invitation = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(INVITATION)
                .orElse("");
        if (me.find().isPresent()) { // who signs up is signed in: that would be in their place
            event.forwardTo("");
        } else if (members.none()) {
            say(translate("signUp.first"), translate("signUp.firstAbout"));
            offer(form(true));
        } else if (rules.invites(invitation)) {
            say(translate("signUp.invited"), translate("signUp.invitedAbout"));
            offer(form(false), toSignIn());
        } else {
            offerAsOwnersWantIt();
        }
    }

    private void offerAsOwnersWantIt() {
        if (!invitation.isEmpty()) {
            say(translate("signUp.usedUp"), translate("signUp.usedUpAbout"));
            offer(toSignIn());
            return;
        }
        switch (rules.mode()) {
            case CLOSED -> {
                say(translate("signUp.closed"), translate("signUp.closedAbout"));
                offer(toSignIn());
            }
            case INVITATION -> {
                say(translate("signUp.byInvitation"), translate("signUp.byInvitationAbout"));
                offer(toSignIn());
            }
            case APPROVAL -> {
                say(translate("signIn.signUp"), translate("signUp.approvalAbout"));
                offer(form(false), toSignIn());
            }
        }
    }

    private DoorForm form(boolean first) {
        setupCode.setVisible(first);
        (first ? setupCode : username).setAutofocus(true);
        Button signUp = new Button(translate("signIn.signUp"), click -> signUp(click.getSource()));
        signUp.addThemeVariants(ButtonVariant.PRIMARY);
        signUp.addThemeName("large");
        signUp.addClickShortcut(Key.ENTER);
        signUp.setDisableOnClick(true);
        form.removeAll();
        form.add(setupCode, username, password, repeat, signUp);
        return form;
    }

    private void signUp(Button pressed) {
        problems.clear();
        try {
            Member member = members.signUp(
                    username.getValue(),
                    password.getValue(),
                    repeat.getValue(),
                    setupCode.isVisible() ? setupCode.getValue() : invitation);
            if (member.state() == State.WAITING) {
                VaadinSession.getCurrent()
                        .setAttribute(SignedUpView.Newcomer.class, new SignedUpView.Newcomer(member.username()));
                UI.getCurrent().navigate(SignedUpView.class);
            } else {
                form.send();
            }
        } catch (InvalidInput invalid) {
            problems.show(invalid.problems());
            pressed.setEnabled(true);
        }
    }

    private static Component toSignIn() {
        Paragraph others = new Paragraph(translate("signUp.haveOne") + " ");
        others.add(new RouterLink(translate("signIn.signIn"), LoginView.class));
        others.addClassName("pl-door-alt");
        return others;
    }

    @Override
    public String getPageTitle() {
        return translate("title.signUp");
    }
}
