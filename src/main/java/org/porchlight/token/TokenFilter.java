package org.porchlight.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes a token as {@code Authorization: Bearer …}, or as the password of Basic authentication with any name, which is all that
 * some programs know. Makes no session.
 */
final class TokenFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Tokens tokens;
    private final WrongTokens wrong;

    TokenFilter(Tokens tokens, WrongTokens wrong) {
        this.tokens = tokens;
        this.wrong = wrong;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Token> token =
                secret(request.getHeader(HttpHeaders.AUTHORIZATION)).flatMap(tokens::use);
        if (token.isEmpty()) {
            refuse(request, response);
        } else if (!READING.contains(request.getMethod()) || !token.get().opens(request.getRequestURI())) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
        } else {
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(token.get(), null, List.of())));
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) {
        if (wrong.tooMany(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(WrongTokens.WINDOW.toSeconds()));
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Porchlight\"");
        }
    }

    private static Optional<String> secret(String authorization) {
        if (authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(authorization.substring(7).strip());
        }
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).strip());
            String login = new String(decoded, StandardCharsets.UTF_8);
            return Optional.of(login.substring(login.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
