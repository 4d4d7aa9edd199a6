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

/** Says to whoever signed up, in the browser that they did it in, that they have to be let in. */
@Route(value = "signup/done", autoLayout = false)
@AnonymousAllowed
public class SignedUpView extends DoorPage implements BeforeEnterObserver, HasDynamicTitle {

    /** Who signed up in this session, and waits. */
    record Newcomer(String username) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Newcomer newcomer = VaadinSession.getCurrent().getAttribute(Newcomer.class);
        if (newcomer == null) {
            event.forwardTo(LoginView.class);
            return;
        }
        say(translate("signUp.waits"), translate("signUp.waitsAbout", newcomer.username()));
        Paragraph later = new Paragraph(new Anchor("login", translate("signIn.signIn")));
        later.addClassName("pl-door-alt");
        offer(later);
    }

    @Override
    public String getPageTitle() {
        return translate("title.signedUp");
    }
}
