package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.HouseTest;
import org.porchlight.settings.InvalidInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who may make an account, as the owners want it. */
class SignUpTest extends HouseTest {
    @Autowired
    Members members;

    @Autowired
    SignUpRules rules;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    Accounts accounts;

    @Autowired
    SetupCode code;

    @BeforeEach
    void anaIsThere() throws Exception {
        accounts.deleteAll();
        choose(SignUpMode.APPROVAL);
        members.signUp("Ana", PASSWORD, PASSWORD, code.display());
    }

    @AfterEach
    void fromNowhere() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void whereItIsClosedNobodySignsUpNotEvenWithAnInvitation() throws Exception {
        String invitation = AsOwner.call(rules::invite);
        choose(SignUpMode.CLOSED);

        assertThat(refused("Ben", "")).isEqualTo("Nobody can sign up here just now. Ask an owner.");
        assertThat(refused("Ben", invitation)).isEqualTo("Nobody can sign up here just now. Ask an owner.");
        assertThat(rules.invites(invitation)).isFalse();
    }

    @Test
    void byInvitationOneIsInAtOnceAndOnlyOne() throws Exception {
        choose(SignUpMode.INVITATION);
        String invitation = AsOwner.call(rules::invite);

        assertThat(refused("Ben", "")).startsWith("This invitation has been used, or is older than a day.");
        assertThat(signUp("Ben", invitation).state()).isEqualTo(State.ACTIVE);
        assertThat(refused("Jo", invitation)).startsWith("This invitation has been used, or is older than a day.");
        assertThat(AsOwner.ask(members::all)).extracting(Member::username).containsExactly("Ana", "Ben");
    }

    @Test
    void anInvitationThatCouldNotBeUsedIsNotUsedUp() throws Exception {
        choose(SignUpMode.INVITATION);
        String invitation = AsOwner.call(rules::invite);
        assertThat(refused("Ana", invitation)).isEqualTo("This name is taken. Choose another one.");
        assertThat(signUp("Ben", invitation).username()).isEqualTo("Ben");
    }

    @Test
    void aLinkForANewPasswordLetsNobodyInPastTheOwnersApproval() throws Exception {
        long ana = AsOwner.ask(members::all).getFirst().id();
        String reset = AsOwner.call(() -> people.offerReset(ana));

        assertThat(signUp("Ben", reset).state()).isEqualTo(State.WAITING);
        assertThat(passwords.resets(reset)).as("still Ana's").isPresent();
    }

    @Test
    void whoMayNotSignUpDoesNotLearnWhichNamesThereAre() throws Exception {
        choose(SignUpMode.INVITATION);
        assertThat(refused("Ana", "")).isEqualTo(refused("Nobody", ""));
    }

    @Test
    void onlyTwentyWaitAtATime() throws Exception {
        for (int i = 0; i < Members.MOST_WAITING; i++) {
            assertThat(signUp("Guest " + i, "").state()).isEqualTo(State.WAITING);
        }
        assertThat(refused("Ben", ""))
                .isEqualTo("Too many people wait to be let in already. Ask an owner to look at them.");
        assertThat(signUp("Ben", AsOwner.call(rules::invite)).state()).isEqualTo(State.ACTIVE);
        assertThat(AsOwner.ask(members::waiting)).hasSize(Members.MOST_WAITING);
    }

    @Test
    void aThousandSignUpsWithoutTheSetupCodeMakeNothingAndAreSlowedDown() throws Exception {
        accounts.deleteAll();
        from("10.0.0.66");
        List<String> sentences = IntStream.range(0, 1000)
                .mapToObj(i -> refused("Mallory " + i, "AAAA-" + (1000 + i)))
                .toList();

        assertThat(sentences.subList(0, 10)).allMatch(sentence -> sentence.startsWith("This is not the code."));
        assertThat(sentences.subList(20, 1000)).allMatch(sentence -> sentence.startsWith("Too many attempts."));
        assertThat(members.none()).isTrue();

        from("10.0.0.5");
        assertThat(signUp("Ana", code.display()).owner()).isTrue();
    }

    private static void from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.addHeader("X-Forwarded-For", "10.0.0.5");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    private void choose(SignUpMode mode) throws Exception {
        AsOwner.call(() -> {
            rules.choose(mode);
            return mode;
        });
    }

    private Member signUp(String username, String proof) throws InvalidInput {
        return members.signUp(username, PASSWORD, PASSWORD, proof);
    }

    private String refused(String username, String proof) {
        return catchThrowableOfType(InvalidInput.class, () -> signUp(username, proof))
                .problems()
                .getFirst()
                .sentence()
                .toString();
    }
}
