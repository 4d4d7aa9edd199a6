package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeepSignedInTest {
    private final KeepSignedIn keep = new KeepSignedIn(mock(KeptSessions.class), mock(Accounts.class));

    @Test
    void signingOutTakesAlsoAGarbledCookieAway() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("porchlight-kept", "%%%"));
        MockHttpServletResponse response = new MockHttpServletResponse();

        keep.logout(request, response, null);

        assertThat(response.getCookie("porchlight-kept"))
                .satisfies(cookie -> assertThat(cookie.getMaxAge()).isZero());
    }
}
