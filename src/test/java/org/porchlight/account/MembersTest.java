package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.HouseTest;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.InvalidInput.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

@AsMember(value = "Ana", role = Role.OWNER)
class MembersTest extends HouseTest {
    @Autowired
    Members members;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    SetupCode code;

    @Autowired
    AuthenticationProvider signIn;

    @BeforeEach
    void nobodyIsThere() {
        accounts.deleteAll();
    }

    @Test
    void theFirstAccountIsTheOwnersAndNeedsTheSetupCode() throws Exception {
        assertThat(members.none()).isTrue();
        assertThat(problems("Ana", PASSWORD, PASSWORD, ""))
                .extracting(Problem::field)
                .containsExactly("Setup code");

        Member ana = members.signUp("Ana", PASSWORD, PASSWORD, code.display());

        assertThat(ana.owner()).isTrue();
        assertThat(ana.state()).isEqualTo(State.ACTIVE);
        assertThat(members.none()).isFalse();
        assertThat(members.find(ana.id())).contains(ana);
    }

    @Test
    void laterOnesNeedNoCodeAndWaitUntilTheyAreLetIn() throws Exception {
        ana();
        Member ben = members.signUp("Ben", PASSWORD, PASSWORD, "");

        assertThat(ben.owner()).isFalse();
        assertThat(members.waiting()).containsExactly(ben);
        assertThatThrownBy(() -> signIn("ben", PASSWORD))
                .isInstanceOf(DisabledException.class)
                .hasMessage("Ana has to let you in.");
        assertThatThrownBy(() -> signIn("ben", "wrong password")).isInstanceOf(BadCredentialsException.class);

        people.allow(ben.id());

        assertThat(members.waiting()).isEmpty();
        assertThat(signIn("BEN", PASSWORD)).isEqualTo(ben.id());
    }

    @Test
    void whoIsRefusedIsGone() throws Exception {
        Member ana = ana();
        Member ben = members.signUp("Ben", PASSWORD, PASSWORD, "");

        people.refuse(ben.id());
        people.refuse(ana.id());

        assertThat(members.all()).containsExactly(ana);
        assertThatThrownBy(() -> signIn("ben", PASSWORD)).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void namesAreUniqueRegardlessOfCase() throws Exception {
        ana();
        assertThat(problems("ＡＮＡ", PASSWORD, PASSWORD, ""))
                .singleElement()
                .hasToString("Problem[field=Username, sentence=This name is taken. Choose another one.]");
    }

    @Test
    void everyWrongFieldIsToldAtOnce() {
        assertThat(problems("", "short", "other", "XXXX"))
                .extracting(Problem::field)
                .containsExactly("Username", "Password", "Repeat password", "Setup code");
    }

    @Test
    void passwordsHaveAtLeastEightCharactersAndAtMostWhatBcryptReads() throws Exception {
        ana();
        assertThat(problems("Ben", "1234567", "1234567", "")).hasSize(1);
        assertThat(problems("Ben", "a".repeat(73), "a".repeat(73), "")).hasSize(1);
        assertThat(problems("Ben", "ä".repeat(37), "ä".repeat(37), "")).hasSize(1);
        assertThat(members.signUp("Ben", "ä".repeat(36), "ä".repeat(36), "").username())
                .isEqualTo("Ben");
    }

    @Test
    void markupInANameIsText() throws Exception {
        String name = "<script>alert(1)</script>";
        assertThat(members.signUp(name, PASSWORD, PASSWORD, code.display()).username())
                .isEqualTo(name);
    }

    @Test
    void passwordsAreKeptAsSlowHashes() throws Exception {
        Account ana = accounts.findById(ana().id()).orElseThrow();
        assertThat(ana.passwordHash()).startsWith("$2a$11$").doesNotContain(PASSWORD);
    }

    @Test
    void ofTwoWhoSignUpFirstOnlyOneIsTheOwner() throws Exception {
        Callable<Member> ana = () -> members.signUp("Ana", PASSWORD, PASSWORD, code.display());
        Callable<Member> ben = () -> members.signUp("Ben", PASSWORD, PASSWORD, code.display());
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            assertThat(both.invokeAll(List.of(ana, ben)))
                    .allSatisfy(signedUp -> assertThat(signedUp).succeedsWithin(Duration.ZERO));
        }
        assertThat(members.all()).extracting(Member::owner).containsExactlyInAnyOrder(true, false);
        assertThat(members.waiting()).hasSize(1);
    }

    private Member ana() throws InvalidInput {
        return members.signUp("Ana", PASSWORD, PASSWORD, code.display());
    }

    private List<Problem> problems(String username, String password, String repeat, String typedCode) {
        return catchThrowableOfType(InvalidInput.class, () -> members.signUp(username, password, repeat, typedCode))
                .problems();
    }

    private long signIn(String username, String password) {
        return Stream.ofNullable(signIn.authenticate(new UsernamePasswordAuthenticationToken(username, password)))
                .map(authentication -> (SignedIn) authentication.getPrincipal())
                .mapToLong(signedIn -> signedIn.member().id())
                .sum();
    }
}
