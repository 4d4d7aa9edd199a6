package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/** Name and password, and whether to stay. Vaadin's own form has no place for a checkbox. */
final class SignInForm extends DoorForm {
    /** The browser sends nothing while a field is empty, and says so beside it. */
    private static final String CHECK = """
            this.noValidate = true;
            this.addEventListener('submit', event => {
              const empty = [...this.children].filter(field => {
                const message = field.getAttribute('data-empty');
                if (message) {
                  field.errorMessage = message;
                  field.invalid = !field.inputElement.value;
                }
                return message && field.invalid;
              });
              if (empty.length) {
                event.preventDefault();
                empty[0].focus();
              }
            });
            $0.addEventListener('click', () => this.requestSubmit());
            """;

    private final Span why = new Span();
    private final Div problem = new Div(Icons.WARNING.create(), why);

    SignInForm() {
        this(new TextField(translate("field.username")), new PasswordField(translate("field.password")));
    }

    private SignInForm(TextField username, PasswordField password) {
        super(username, password);
        problem.addClassName("pl-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);

        username.getElement().setAttribute("data-empty", translate("signIn.nameMissing"));
        username.setAutocomplete(Autocomplete.USERNAME);
        username.setAutocapitalize(Autocapitalize.NONE);
        username.setAutofocus(true);
        password.getElement().setAttribute("data-empty", translate("signIn.passwordMissing"));
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        Checkbox keep = new Checkbox(translate("signIn.keep"));
        keep.getElement().setProperty("name", "keep");
        Button signIn = new Button(translate("signIn.signIn"));
        signIn.addThemeVariants(ButtonVariant.PRIMARY);
        signIn.addThemeName("large");
        // Enter in a field presses a form's submit button, and the form must have one for that.
        Input enter = new Input();
        enter.setType("submit");
        enter.getElement().setAttribute("hidden", true);

        add(problem, username, password, keep, signIn, enter);
        getElement().executeJs(CHECK, signIn);
    }

    /** Says why the last attempt failed, or what happened to the session before; empty: nothing. */
    void say(String sentence) {
        why.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
    }
}
