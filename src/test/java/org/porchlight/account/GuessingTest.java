package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.porchlight.trail.Trail;
import org.porchlight.trail.What;
import org.porchlight.viewing.LogFilter;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Wrong passwords, over HTTP: from one address, from many, and from one that says it is many. */
@TestPropertySource(properties = "porchlight.trusted-proxies=" + GuessingTest.PROXY)
class GuessingTest extends WebTest {
    static final String PROXY = "127.0.0.2";

    @Autowired
    Trail trail;

    @TestBean
    @SuppressWarnings("NullAway.Init") // Spring does
    PasswordEncoder encoder;

    /** As few rounds as there can be: what counts here is how often it is asked. */
    static PasswordEncoder encoder() {
        return spy(new BCryptPasswordEncoder(4));
    }

    @Test
    void aHundredFromOneAddressAreMostlyNotLookedAtAndKeepNobodyElseOut() throws Exception {
        try (HttpClient mallory = from("127.0.0.66");
                HttpClient home = from("127.0.0.5")) {
            clearInvocations(encoder);
            for (int i = 0; i < 100; i++) {
                guess(mallory, "ana", "");
            }
            verify(encoder, atMost(12)).matches(any(), any());
            assertThat(signIn(home, "ana", PASSWORD)).isEqualTo("/");
        }
    }

    @Test
    void whoeverForgesAHundredAddressesStillHasOne() throws Exception {
        try (HttpClient mallory = from("127.0.0.67")) {
            clearInvocations(encoder);
            for (int i = 0; i < 100; i++) {
                guess(mallory, "ana", "203.0.113." + i);
            }
            verify(encoder, atMost(12)).matches(any(), any());
        }
    }

    @Test
    void fromAHundredAddressesBehindATrustedProxyEachGetsALookAndNobodyIsLockedOut() throws Exception {
        try (HttpClient proxy = from(PROXY)) {
            clearInvocations(encoder);
            for (int i = 0; i < 100; i++) {
                for (int again = 0; again < 3; again++) {
                    guess(proxy, "ben", "198.51.100." + i);
                }
            }
            verify(encoder, atLeast(100)).matches(any(), any());
            verify(encoder, atMost(145)).matches(any(), any());

            String home = send(
                            proxy,
                            signIn("ben", PASSWORD, "")
                                    .header("X-Forwarded-For", "192.0.2.5")
                                    .build())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(home).endsWith("/").doesNotContain("login");
        }
        assertThat(as("Ana", () -> trail.page(LogFilter.ALL, 0, 1000)))
                .filteredOn(line -> line.what() == What.SIGNED_IN)
                .extracting(line -> line.from().address())
                .contains("192.0.2.5");
        assertThat(signIn(ben, "ben", PASSWORD)).isEqualTo("/");
    }

    @Test
    void aPasswordIsComparedWhetherOrNotThereIsSuchAnAccount() throws Exception {
        try (HttpClient somebody = from("127.0.0.7")) {
            guess(somebody, "nobody", ""); // makes the hash that others are compared with
            clearInvocations(encoder);
            guess(somebody, "ana", "");
            guess(somebody, "nobody", "");
            verify(encoder, times(2)).matches(any(), any());
        }
    }

    /** Is told the same whatever was wrong. */
    private void guess(HttpClient browser, String username, String forwardedFor) throws Exception {
        String told = send(
                        browser,
                        signIn(username, "guess", "")
                                .header("X-Forwarded-For", forwardedFor)
                                .build())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(told).endsWith("/login?error");
    }
}
