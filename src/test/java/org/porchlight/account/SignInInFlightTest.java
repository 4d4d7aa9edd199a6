package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.invocation.InvocationOnMock;
import org.porchlight.account.AsOwner.Deed;
import org.porchlight.settings.InvalidInput;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/**
 * What changes while somebody signs in holds for them too. It is changed by hand at one of two moments: when the password has
 * just been found right, and when the session has just been opened.
 */
class SignInInFlightTest extends WebTest {
    private static final Deed NOTHING = () -> {};
    private static final String NEW_PASSWORD = "behind the green door";

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    MemberSessions sessions;

    @Autowired
    SignUpRules rules;

    @Autowired
    OpenSessions open;

    @Autowired
    Accounts accounts;

    @MockitoSpyBean
    PasswordEncoder encoder;

    @MockitoSpyBean
    KeptSessions kept;

    private final AtomicReference<Deed> meanwhile = new AtomicReference<>(NOTHING);
    private Member jo;

    enum Change {
        RESET,
        CHANGED,
        DISABLED,
        REMOVED
    }

    @BeforeEach
    void joIsThere() throws Exception {
        String name = "Jo " + Secret.random().hash().substring(0, 8);
        jo = members.signUp(name, PASSWORD, PASSWORD, AsOwner.call(rules::invite));
    }

    @ParameterizedTest
    @EnumSource
    void whoGaveTheRightPasswordJustBeforeTheChangeIsOut(Change change) throws Exception {
        doAnswer(this::rightAndThenTheChange).when(encoder).matches(any(), any());
        meanwhile.set(() -> make(change));

        signInToStay(stranger, jo.username());

        isOut();
    }

    @ParameterizedTest
    @EnumSource
    void whoseSessionWasOpenedJustBeforeTheChangeIsOutAndNotKeptSignedIn(Change change) throws Exception {
        doAnswer(this::theChangeFirst).when(kept).keep(any(), any(), any());
        meanwhile.set(() -> make(change));

        signInToStay(stranger, jo.username());

        isOut();
    }

    @Test
    void aBrowserThatIsSignedOutFromElsewhereWhileItsCookieSignsItInIsOut() throws Exception {
        signInToStay(ben, jo.username());
        String cookie = cookie(ben).replaceFirst(".*(porchlight-kept=[^;]*).*", "$1");
        doAnswer(this::rightAndThenTheChange).when(kept).use(any(), any());
        meanwhile.set(() -> AsOwner.run(jo, () -> sessions.endOthers("elsewhere")));

        send(stranger, request("/account").header("Cookie", cookie).build());

        isOut();
    }

    @Test
    void theOldPasswordDoesNotReplaceTheNewOne() {
        doAnswer(this::rightAndThenTheChange).when(encoder).matches(any(), any());
        meanwhile.set(() -> make(Change.RESET));

        assertThatThrownBy(() ->
                        AsOwner.run(jo, () -> passwords.change(PASSWORD, "a third one", "a third one", "elsewhere")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Your password was changed meanwhile. Sign in with the new one.");
        assertThat(encoder.matches(
                        NEW_PASSWORD, accounts.findById(jo.id()).orElseThrow().passwordHash()))
                .isTrue();
    }

    private Object rightAndThenTheChange(InvocationOnMock call) throws Throwable {
        Object right = call.callRealMethod();
        meanwhile.getAndSet(NOTHING).run();
        return right;
    }

    private Object theChangeFirst(InvocationOnMock call) throws Throwable {
        meanwhile.getAndSet(NOTHING).run();
        return call.callRealMethod();
    }

    private void make(Change change) throws Exception {
        switch (change) {
            case RESET -> passwords.reset(AsOwner.call(() -> people.offerReset(jo.id())), NEW_PASSWORD, NEW_PASSWORD);
            case CHANGED -> AsOwner.run(jo, () -> passwords.change(PASSWORD, NEW_PASSWORD, NEW_PASSWORD, "elsewhere"));
            case DISABLED -> AsOwner.run(() -> people.disable(jo.id()));
            case REMOVED -> AsOwner.run(() -> people.remove(jo.id()));
        }
    }

    /** By the session, and by the cookie that would make another one. */
    private void isOut() throws Exception {
        assertThat(get(stranger, "/live/1.jpg").statusCode()).isEqualTo(401);
        assertThat(open.of(jo.id())).isEmpty();
        assertThat(kept.of(jo.id())).isEmpty();
    }
}
