package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.settings.InvalidInput;

/** Makes an account: the first one with the setup code, every later one waits to be let in. */
@Route(value = "signup", autoLayout = false)
@PageTitle("Sign up – Porchlight")
@AnonymousAllowed
public class SignUpView extends DoorPage {
    private final Members members;
    private final TextField setupCode = new TextField(Members.SETUP_CODE);
    private final TextField username = new TextField(Members.USERNAME);
    private final PasswordField password = new PasswordField(Members.PASSWORD);
    private final PasswordField repeat = new PasswordField(Members.REPEAT_PASSWORD);
    private final FieldProblems problems = new FieldProblems()
            .at(Members.SETUP_CODE, setupCode)
            .at(Members.USERNAME, username)
            .at(Members.PASSWORD, password)
            .at(Members.REPEAT_PASSWORD, repeat);

    SignUpView(Members members) {
        this.members = members;
        boolean first = members.none();
        addClassName("short");
        if (first) {
            say(
                    "Hello, and welcome",
                    "Porchlight shows your front door to the people at home, and to nobody else. Nothing leaves your"
                            + " network. You are the first one here, so you will look after it.");
        } else {
            say("Sign up", "Then somebody who looks after the front door has to let you in.");
        }
        setupCode.setHelperText("It stands where Porchlight was started.");
        setupCode.setAutocomplete(Autocomplete.OFF);
        setupCode.addClassName("pl-code");
        setupCode.setVisible(first);
        username.setAutocomplete(Autocomplete.USERNAME);
        username.setAutocapitalize(Autocapitalize.NONE);
        password.setHelperText("At least 8 characters. A short sentence is good.");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        repeat.setAutocomplete(Autocomplete.NEW_PASSWORD);
        (first ? setupCode : username).setAutofocus(true);

        Button signUp = new Button("Sign up", click -> signUp());
        signUp.addThemeVariants(ButtonVariant.PRIMARY);
        signUp.addThemeName("large");
        signUp.addClickShortcut(Key.ENTER);

        Div form = new Div(setupCode, username, password, repeat, signUp);
        form.addClassName("pl-door-form");
        offer(form);
        if (!first) {
            offer(toSignIn());
        }
    }

    private void signUp() {
        problems.clear();
        try {
            Member member =
                    members.signUp(username.getValue(), password.getValue(), repeat.getValue(), setupCode.getValue());
            VaadinSession.getCurrent().setAttribute(SignedUpView.Newcomer.class, new SignedUpView.Newcomer(member));
            UI.getCurrent().navigate(SignedUpView.class);
        } catch (InvalidInput invalid) {
            problems.show(invalid.problems());
        }
    }

    private static Component toSignIn() {
        Paragraph others = new Paragraph("You have an account? ");
        others.add(new RouterLink("Sign in", LoginView.class));
        others.addClassName("pl-door-alt");
        return others;
    }
}
