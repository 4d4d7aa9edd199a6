package org.porchlight.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives whoever opens an address as a page something to read where the answer is an error without a word: a recording that is
 * gone, a picture without being signed in. Players, pictures on a page and programs ask for no page, and get the status alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableErrors extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() >= 400
                && !response.isCommitted()
                && response.getContentType() == null
                && !request.isAsyncStarted()
                && isForAPage(request)) {
            response.sendError(response.getStatus());
        }
    }

    private static boolean isForAPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
