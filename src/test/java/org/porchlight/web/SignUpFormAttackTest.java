package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The sign-up form of a house without an account, over HTTP: the requests that Vaadin's scripts make of it, made by hand, since
 * there is no other way to it.
 */
class SignUpFormAttackTest extends WebTest {

    /** Nobody has an account. */
    @BeforeEach
    @Override
    void signIn() {}

    @Test
    void aThousandSignUpsWithoutTheSetupCodeMakeNothingAndTheOwnerStillCan() throws Exception {
        RawPage form = filledIn(stranger, "Mallory");
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            answers.add(signUp(form, "AAAA-" + (1000 + i)));
        }

        assertThat(answers)
                .as("looked at, in the seconds that it takes")
                .filteredOn(answer -> answer.contains("This is not the code."))
                .hasSizeBetween(1, 10);
        assertThat(answers).anyMatch(answer -> answer.contains("Too many attempts."));
        assertThat(answers).as("signed in at once").noneMatch(answer -> answer.contains("this.submit()"));
        assertThat(members.none()).isTrue();

        try (HttpClient home = from("127.0.0.5")) {
            assertThat(signUp(filledIn(home, "Ana"), code.display())).contains("this.submit()");
        }
        assertThat(member("Ana").owner()).isTrue();
    }

    private RawPage filledIn(HttpClient browser, String username) throws Exception {
        RawPage form = new RawPage(browser, address(""), "signup");
        form.send(form.typing("Username", username));
        form.send(form.typing("Password", PASSWORD));
        form.send(form.typing("Repeat password", PASSWORD));
        return form;
    }

    private static String signUp(RawPage form, String code) throws Exception {
        List<Map<String, ?>> calls = new ArrayList<>(form.typing("Setup code", code));
        calls.addAll(form.click("Sign up"));
        return form.send(calls);
    }
}
