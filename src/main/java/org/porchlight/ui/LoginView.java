package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Map;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Members;
import org.porchlight.account.SessionEnded.Why;
import org.porchlight.account.ShutOut;
import org.porchlight.account.SignUpMode;
import org.porchlight.account.SignUpRules;
import org.porchlight.account.TooManyAttempts;
import org.springframework.security.web.WebAttributes;

/** Where everybody signs in. Before there is anybody, the way to the first account. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends DoorPage implements BeforeEnterObserver, HasDynamicTitle {
    /** The parameter that says why the session before has ended. */
    static final String ENDED = "ended";

    /** The texts of the reasons for which a session ends by itself, or by somebody else. */
    private static final Map<String, String> ENDS = Map.of(
            Why.SIGNED_OUT_ELSEWHERE.name(), "signIn.ended.elsewhere",
            Why.PASSWORD_CHANGED.name(), "signIn.ended.password",
            Why.BY_OWNER.name(), "signIn.ended.byOwner",
            Why.EXPIRED.name(), "signIn.ended.expired");

    private final Members members;
    private final CurrentMember me;
    private final SignInForm form = new SignInForm();

    LoginView(Members members, SignUpRules rules, CurrentMember me) {
        this.members = members;
        this.me = me;
        say(translate("signIn.heading"), translate("signIn.about"));
        offer(form, others(rules.mode()));
    }

    private static Paragraph others(SignUpMode mode) {
        Paragraph others = new Paragraph(
                mode == SignUpMode.APPROVAL ? translate("signIn.new") + " " : translate("signIn.newByInvitation"));
        if (mode == SignUpMode.APPROVAL) {
            others.add(new RouterLink(translate("signIn.signUp"), SignUpView.class));
        }
        others.setVisible(mode != SignUpMode.CLOSED);
        others.addClassName("pl-door-alt");
        return others;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        if (members.none()) {
            event.forwardTo(SignUpView.class);
        } else if (me.find().isPresent()) {
            event.forwardTo("");
        } else if (parameters.getParameters().containsKey("error")) {
            form.say(why());
        } else {
            form.say(parameters
                    .getSingleParameter(ENDED)
                    .map(ENDS::get)
                    .map(key -> translate(key))
                    .orElse(""));
        }
    }

    /** Only whoever gave the right password is told more than that it did not work. */
    private static String why() {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        Object failed = session == null ? null : session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        return switch (failed) {
            case ShutOut shutOut -> Texts.say(shutOut.sentence());
            case TooManyAttempts tooMany -> Texts.say(tooMany.sentence());
            case null, default -> translate("signIn.wrong");
        };
    }

    @Override
    public String getPageTitle() {
        return translate("title.signIn");
    }
}
