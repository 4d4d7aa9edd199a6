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
            say(translate("signUp.done", name), translate("signUp.doneOwner"));
            offer(signIn());
        } else if (newcomer.member().state() == State.ACTIVE) {
            say(translate("signUp.done", name), translate("signUp.doneInvited"));
            offer(signIn());
        } else {
            say(translate("signUp.waits"), translate("signUp.waitsAbout", name));
            Paragraph later = new Paragraph(new Anchor("login", translate("signIn.signIn")));
            later.addClassName("pl-door-alt");
            offer(later);
        }
    }

    private static Anchor signIn() {
        Anchor signIn = new Anchor("login", translate("signIn.signIn"));
        signIn.addClassName("pl-door-go");
        return signIn;
    }

    @Override
    public String getPageTitle() {
        return translate("title.signedUp");
    }
}
