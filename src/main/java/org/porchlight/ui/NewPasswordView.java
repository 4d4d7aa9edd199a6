package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.porchlight.account.Member;
import org.porchlight.account.Passwords;
import org.porchlight.account.SessionEnded.Why;
import org.porchlight.settings.InvalidInput;

/** Where somebody who forgot their password chooses another one, with the link that an owner made. */
@Route(value = NewPasswordView.PATH, autoLayout = false)
@AnonymousAllowed
public class NewPasswordView extends DoorPage implements BeforeEnterObserver, HasDynamicTitle {
    /** Where it is. */
    public static final String PATH = "new-password";

    /** The parameter that carries what the owner made. */
    public static final String LINK = "link";

    private final Passwords passwords;
    private final PasswordField password = new PasswordField(translate("field.new"));
    private final PasswordField repeat = new PasswordField(translate("field.repeatNew"));
    private final FieldProblems problems =
            new FieldProblems().at(Passwords.NEW, password).at(Passwords.REPEAT, repeat);
    private String link = "";

    NewPasswordView(Passwords passwords) {
        this.passwords = passwords;
        addClassName("short");
        password.setHelperText(translate("field.passwordHelp"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setAutofocus(true);
        repeat.setAutocomplete(Autocomplete.NEW_PASSWORD);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = event.getLocation().getQueryParameters().getSingleParameter(LINK).orElse("");
        Optional<Member> whose = passwords.resets(link);
        if (whose.isPresent()) {
            say(translate("newPassword.hello", whose.get().username()), translate("newPassword.about"));
            offer(form());
        } else {
            say(translate("newPassword.usedUp"), translate("newPassword.usedUpAbout"));
            Paragraph others = new Paragraph(new Anchor("login", translate("signIn.signIn")));
            others.addClassName("pl-door-alt");
            offer(others);
        }
    }

    private Div form() {
        Button change = new Button(translate("newPassword.change"), click -> change());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        change.addThemeName("large");
        change.addClickShortcut(Key.ENTER);
        Div form = new Div(password, repeat, change);
        form.addClassName("pl-door-form");
        return form;
    }

    private void change() {
        problems.clear();
        try {
            passwords.reset(link, password.getValue(), repeat.getValue());
            UI.getCurrent().getPage().setLocation("login?" + LoginView.ENDED + "=" + Why.PASSWORD_CHANGED);
        } catch (InvalidInput invalid) {
            problems.show(invalid.problems());
        }
    }

    @Override
    public String getPageTitle() {
        return translate("title.newPassword");
    }
}
