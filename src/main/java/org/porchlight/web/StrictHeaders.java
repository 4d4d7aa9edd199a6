package org.porchlight.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers with every answer what they may do with it: as little as possible. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StrictHeaders extends OncePerRequestFilter {

    /** Nothing of the device that a page is shown on is for us, but its whole screen. */
    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(),"
                    + " hid=(), midi=(), payment=(), accelerometer=(), gyroscope=(), magnetometer=(), fullscreen=(self)";

    private static final String A_YEAR = "max-age=31536000";

    private final Https https;

    StrictHeaders(Https https) {
        this.https = https;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.withoutScripts()); // a page says more
        // It holds for every port of the machine, so not by a certificate that nobody vouches for.
        if (request.isSecure() && !https.isSelfSigned()) {
            response.setHeader("Strict-Transport-Security", A_YEAR);
        }
        chain.doFilter(request, response);
    }

    /** An error is answered anew. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
