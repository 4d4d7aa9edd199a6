package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.porchlight.account.Member;
import org.porchlight.account.State;

/** Confirms a sign-up, in the browser that it was made in, and says what comes next. */
@Route(value = "signup/done", autoLayout = false)
@AnonymousAllowed
public class SignedUpView extends DoorPage implements BeforeEnterObserver, HasDynamicTitle {

    /** Who signed up in this session. */
    record Newcomer(Member member) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Newcomer newcomer = VaadinSession.getCurrent().getAttribute(Newcomer.class);
        if (newcomer == null) {
            event.forwardTo(LoginView.class);
            return;
        }
        String name = newcomer.member().username();
        if (newcomer.member().owner()) {
            say(
                    "Your account is made, " + name,
                    "The porch light is on. You look after the front door: you choose the camera, and let others in.");
            offer(signIn());
        } else if (newcomer.member().state() == State.ACTIVE) {
            say("Your account is made, " + name, "You were expected. Sign in to see the front door.");
            offer(signIn());
        } else {
            say(
                    "An owner has to let you in",
                    "Your account is made, " + name
                            + ". Whoever looks after the front door sees your name on the people"
                            + " page, and allows it there. Then you can sign in.");
            Paragraph later = new Paragraph(new Anchor("login", "Sign in"));
            later.addClassName("pl-door-alt");
            offer(later);
        }
    }

    private static Anchor signIn() {
        Anchor signIn = new Anchor("login", "Sign in");
        signIn.addClassName("pl-door-go");
        return signIn;
    }

    @Override
    public String getPageTitle() {
        return translate("title.signedUp");
    }
}
