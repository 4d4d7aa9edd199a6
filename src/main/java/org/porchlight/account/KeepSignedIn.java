package org.porchlight.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.KeptSessions.Kept;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.stereotype.Component;

/** "Keep me signed in": signs somebody in by a cookie that their browser got when they gave their password. */
@Component
class KeepSignedIn extends AbstractRememberMeServices {
    /** Also the name of the checkbox on the sign-in page. */
    static final String PARAMETER = "keep";

    private final KeptSessions kept;
    private final Accounts accounts;

    KeepSignedIn(KeptSessions kept, Accounts accounts) {
        // The key tells tokens of this filter from others inside this process; nobody sees it.
        super(Secret.random().text(), name -> {
            throw new UsernameNotFoundException("Nobody is kept signed in by name");
        });
        this.kept = kept;
        this.accounts = accounts;
        setParameter(PARAMETER);
        setCookieName("porchlight-kept");
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    @Override
    protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        if (who.getPrincipal() instanceof SignedIn signedIn) {
            Secret secret = Secret.random();
            kept.keep(secret, signedIn, Visitor.of(request)).ifPresent(id -> {
                request.getSession().setAttribute(OpenSession.KEPT, id);
                setCookie(new String[] {secret.text()}, (int) KeptSessions.VALID.toSeconds(), request, response);
            });
        }
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] tokens, HttpServletRequest request, HttpServletResponse response) {
        Kept session = kept.use(
                        new Secret(String.join(":", tokens)),
                        Visitor.of(request).address())
                .orElseThrow(() -> new InvalidCookieException("This cookie keeps nobody signed in"));
        Account account = accounts.findById(session.memberId())
                .filter(found -> found.state() == State.ACTIVE)
                .orElseThrow(() -> new InvalidCookieException("This member may not sign in"));
        request.getSession().setAttribute(OpenSession.KEPT, session.id());
        return new SignedIn(account.member(), "");
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        String cookie = extractRememberMeCookie(request);
        if (cookie != null && !cookie.isEmpty()) {
            try {
                kept.end(new Secret(String.join(":", decodeCookie(cookie))));
            } catch (InvalidCookieException garbled) {
                logger.debug("Whoever signs out shows a cookie that keeps nobody signed in", garbled);
            }
        }
        super.logout(request, response, who);
    }
}
