package org.porchlight.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/**
 * A name and a password that the browser itself sends to the sign-in, as it sends any form: password managers know what to do
 * with it, and Spring Security does all the rest.
 */
@Tag("form")
class DoorForm extends HtmlContainer {

    DoorForm(TextField username, PasswordField password) {
        addClassName("pl-door-form");
        getElement().setAttribute("method", "post").setAttribute("action", "login");
        username.getElement().setProperty("name", "username");
        password.getElement().setProperty("name", "password");
    }

    /** Signs in with what was typed: the page is left for the one that whoever signed in is led to. */
    final void send() {
        getElement().executeJs("this.submit()");
    }
}
