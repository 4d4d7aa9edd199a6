package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import java.util.function.Supplier;
import org.porchlight.account.Passwords;
import org.porchlight.settings.InvalidInput;

/** Where a member changes their own password. */
final class PasswordCard extends SettingsCard {
    private final transient Passwords passwords;
    private final transient Supplier<String> here;
    private final PasswordField present = new PasswordField(translate("field.present"));
    private final PasswordField wanted = new PasswordField(translate("field.new"));
    private final PasswordField repeat = new PasswordField(translate("field.repeatNew"));
    private final FieldProblems problems = new FieldProblems()
            .at(Passwords.PRESENT, present)
            .at(Passwords.NEW, wanted)
            .at(Passwords.REPEAT, repeat);

    /** @param here the HTTP session of the page, which goes on */
    PasswordCard(Passwords passwords, Supplier<String> here) {
        super("password", translate("field.password"), translate("account.passwordAbout"));
        this.passwords = passwords;
        this.here = here;
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        wanted.setHelperText(translate("field.passwordHelp"));
        repeat.setAutocomplete(Autocomplete.NEW_PASSWORD);
        Button change = new Button(translate("newPassword.change"), click -> change());
        Div form = new Div(present, wanted, repeat, change);
        form.addClassName("pl-password");
        add(form);
    }

    private void change() {
        problems.clear();
        try {
            passwords.change(present.getValue(), wanted.getValue(), repeat.getValue(), here.get());
            List.of(present, wanted, repeat).forEach(PasswordField::clear);
            Notification.show(translate("account.passwordChanged"), 5000, Notification.Position.BOTTOM_CENTER);
        } catch (InvalidInput invalid) {
            problems.show(invalid.problems());
        }
    }
}
