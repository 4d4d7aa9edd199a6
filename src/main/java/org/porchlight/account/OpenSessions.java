package org.porchlight.account;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.porchlight.account.MemberSignedIn.How;
import org.porchlight.account.SessionEnded.Why;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/**
 * Knows every HTTP session that somebody is signed in with, from the server itself, however they signed in; and can end it, from
 * any thread. What ends is first a stranger's, then told of, then gone: nothing is answered to it meanwhile.
 */
@Component
class OpenSessions implements HttpSessionListener, HttpSessionAttributeListener, HttpSessionIdListener {
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, OpenSession> open = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    OpenSessions(Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    Stream<OpenSession> of(long memberId) {
        return open.values().stream().filter(session -> session.who().id() == memberId);
    }

    /** Ends those that are meant. */
    void end(Predicate<OpenSession> which, Why why) {
        open.forEach((id, session) -> {
            if (which.test(session) && forget(id, session, why)) {
                session.invalidate();
            }
        });
    }

    /** The member signs out there; whoever calls sees to the HTTP session itself. */
    void signedOut(String id) {
        OpenSession session = open.get(id);
        if (session != null) {
            forget(id, session, Why.SIGNED_OUT);
        }
    }

    /** Whether nobody is signed in there, or not any more. */
    boolean isOver(String id) {
        return !open.containsKey(id);
    }

    private boolean forget(String id, OpenSession session, Why why) {
        if (!open.remove(id, session)) {
            return false;
        }
        session.become(null);
        tell(id, session, why);
        return true;
    }

    private void tell(String id, OpenSession session, Why why) {
        accounts.seen(session.who().id(), session.lastUse());
        events.publishEvent(new SessionEnded(session.who(), id, why));
    }

    /** Has the sessions of a member go on with the rights that they have now. */
    void renew(Member member) {
        of(member.id()).forEach(session -> {
            SignedIn now = new SignedIn(member, "");
            session.become(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(now, null, now.getAuthorities())));
            events.publishEvent(new SessionRenewed(member, session.id()));
        });
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(OpenSession.CONTEXT)) {
            look(event.getSession());
        }
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        attributeAdded(event);
    }

    private void look(HttpSession session) {
        if (session.getAttribute(OpenSession.CONTEXT) instanceof SecurityContext context
                && context.getAuthentication() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof SignedIn signedIn) {
            OpenSession before = open.get(session.getId());
            if (before != null && before.who().id() == signedIn.member().id()) {
                before.becomes(signedIn.member());
            } else {
                if (before != null && open.remove(session.getId(), before)) { // another member signs in over them
                    session.removeAttribute(OpenSession.KEPT);
                    tell(session.getId(), before, Why.SIGNED_OUT);
                }
                begin(session, signedIn.member(), authentication);
            }
        }
    }

    private void begin(HttpSession session, Member who, Authentication authentication) {
        OpenSession begun =
                new OpenSession(session, who, Visitor.current(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        open.put(session.getId(), begun);
        // Whoever was shut out while their password was looked at stays out; and rights that changed meanwhile hold.
        Optional<Member> now =
                accounts.findById(who.id()).map(Account::member).filter(member -> member.state() == State.ACTIVE);
        if (now.isEmpty()) {
            end(begun::equals, Why.BY_OWNER);
            return;
        }
        if (now.get().role() != who.role()) {
            renew(now.get());
        }
        accounts.seen(who.id(), begun.since());
        events.publishEvent(new MemberSignedIn(
                now.get(), authentication instanceof RememberMeAuthenticationToken ? How.KEPT : How.PASSWORD));
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldId) {
        OpenSession moved = open.remove(oldId);
        if (moved != null) {
            String id = event.getSession().getId();
            open.put(id, moved);
            events.publishEvent(new SessionMoved(oldId, id));
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        String id = event.getSession().getId();
        OpenSession session = open.get(id);
        if (session != null && !stopping) {
            forget(id, session, Why.EXPIRED);
        }
    }

    /** From now on sessions are gone because the server goes. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
        open.values().forEach(session -> accounts.seen(session.who().id(), session.lastUse()));
    }
}
