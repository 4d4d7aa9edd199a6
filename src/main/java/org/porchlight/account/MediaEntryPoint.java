package org.porchlight.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers by the status alone. Programs are told that they may say a token: some say theirs only when they are asked. A browser
 * is not: it would ask for a password in a window of its own.
 */
final class MediaEntryPoint implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) {
        String program = request.getHeader(HttpHeaders.USER_AGENT);
        if (program == null || !program.startsWith("Mozilla/")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Porchlight\"");
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }
}
