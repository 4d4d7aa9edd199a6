package org.porchlight.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers in a new session that the browser had another one, which is over. A page that is still open makes the new one
 * before it is loaded again, and the sign-in would not know then what to say.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class EndedSessions extends OncePerRequestFilter {
    private static final String BEFORE = EndedSessions.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean over = isOver(request);
        chain.doFilter(request, response);
        HttpSession begun = over ? request.getSession(false) : null;
        if (begun != null) {
            begun.setAttribute(BEFORE, true);
        }
    }

    private static boolean isOver(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    /** Whether whoever asks had a session that is over. */
    static boolean before(HttpServletRequest request) {
        HttpSession now = request.getSession(false);
        return isOver(request) || now != null && now.getAttribute(BEFORE) != null;
    }
}
