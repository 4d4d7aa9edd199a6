package org.porchlight.account;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Clock;
import java.time.Instant;
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
    private final KeptSessions kept;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, OpenSession> open = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    OpenSessions(Accounts accounts, KeptSessions kept, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.kept = kept;
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
                catchUp(before, signedIn);
            } else {
                if (before != null && open.remove(session.getId(), before)) { // another member signs in over them
                    session.removeAttribute(OpenSession.KEPT);
                    tell(session.getId(), before, Why.SIGNED_OUT);
                }
                begin(session, signedIn, authentication);
            }
        }
    }

    private void begin(HttpSession session, SignedIn who, Authentication authentication) {
        Instant since = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        OpenSession begun = new OpenSession(session, who.member(), Visitor.current(), since);
        open.put(session.getId(), begun);
        How how = authentication instanceof RememberMeAuthenticationToken ? How.KEPT : How.PASSWORD;
        catchUp(begun, who).ifPresent(member -> {
            accounts.seen(member.id(), since);
            events.publishEvent(new MemberSignedIn(member, how));
        });
    }

    /**
     * What changed while somebody signed in, which takes a while on purpose, holds for them too: whoever changed it did not find
     * this session among the open ones.
     *
     * @return who goes on; empty when the session is over
     */
    private Optional<Member> catchUp(OpenSession session, SignedIn who) {
        Optional<Account> now = accounts.findById(who.member().id()).filter(account -> account.state() == State.ACTIVE);
        if (now.isEmpty()) {
            end(session::equals, Why.BY_OWNER);
        } else if (!who.isBy(now.get().passwordHash())) {
            end(session::equals, Why.PASSWORD_CHANGED);
        } else if (session.kept().filter(id -> !kept.has(id)).isPresent()) {
            end(session::equals, Why.SIGNED_OUT_ELSEWHERE);
        } else if (now.get().role() != who.member().role()) {
            renew(now.get().member());
        }
        return now.map(Account::member).filter(member -> !isOver(session.id()));
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
