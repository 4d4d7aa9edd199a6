package org.porchlight.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to the sign-in, and has it say so to whoever was signed in and whose session is over. */
final class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {

    SignInEntryPoint(String signIn) {
        super(signIn);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        return getLoginFormUrl() + (EndedSessions.before(request) ? "?ended=" + SessionEnded.Why.EXPIRED : "");
    }
}
