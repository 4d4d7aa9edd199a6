package org.porchlight.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Members;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.web.WebAttributes;

/** Where everybody signs in. Before there is anybody, the way to the first account. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in – Porchlight")
@AnonymousAllowed
public class LoginView extends DoorPage implements BeforeEnterObserver {
    private static final String WRONG = "That name and password do not match.";

    private final Members members;
    private final CurrentMember me;
    private final LoginForm form = new LoginForm();

    LoginView(Members members, CurrentMember me) {
        this.members = members;
        this.me = me;
        say("Welcome home", "Sign in to see the front door.");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());
        Paragraph others = new Paragraph("New here? ");
        others.add(new RouterLink("Sign up", SignUpView.class));
        others.addClassName("pl-door-alt");
        offer(form, others);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (members.none()) {
            event.forwardTo(SignUpView.class);
        } else if (me.find().isPresent()) {
            event.forwardTo("");
        } else if (event.getLocation().getQueryParameters().getParameters().containsKey("error")) {
            form.showErrorMessage(why(), "");
        }
    }

    /** Only whoever gave the right password is told that they wait. */
    private static String why() {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        return session != null
                        && session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION)
                                instanceof DisabledException waiting
                        && waiting.getMessage() != null
                ? waiting.getMessage()
                : WRONG;
    }

    private static LoginI18n texts() {
        LoginI18n.Form form = new LoginI18n.Form();
        form.setTitle("");
        form.setUsername(Members.USERNAME);
        form.setPassword(Members.PASSWORD);
        form.setSubmit("Sign in");
        LoginI18n.ErrorMessage error = new LoginI18n.ErrorMessage();
        error.setTitle(WRONG);
        error.setMessage("");
        error.setUsername("Enter your name.");
        error.setPassword("Enter your password.");
        LoginI18n texts = new LoginI18n();
        texts.setForm(form);
        texts.setErrorMessage(error);
        return texts;
    }
}
