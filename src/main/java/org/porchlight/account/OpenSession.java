package org.porchlight.account;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** An HTTP session that a member is signed in with. Safe for any thread. */
final class OpenSession {
    /** Where Spring Security keeps who is signed in. */
    static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    /** Where the number of the kept session stands that this one belongs to. */
    static final String KEPT = "porchlight.kept";

    private static final Logger log = LoggerFactory.getLogger(OpenSession.class);

    private final HttpSession session;
    private final Visitor where;
    private final Instant since;
    private volatile Member who;

    OpenSession(HttpSession session, Member who, Visitor where, Instant since) {
        this.session = session;
        this.who = who;
        this.where = where;
        this.since = since;
    }

    String id() {
        return session.getId();
    }

    Member who() {
        return who;
    }

    void becomes(Member changed) {
        who = changed;
    }

    Visitor where() {
        return where;
    }

    Instant since() {
        return since;
    }

    /** The last request; the sign-in, if there was none after it or the session is just ending. */
    Instant lastUse() {
        try {
            // The request that signed in came a moment before the sign-in.
            Instant request = Instant.ofEpochMilli(session.getLastAccessedTime());
            return request.isAfter(since) ? request : since;
        } catch (IllegalStateException ended) {
            return since;
        }
    }

    /** The number of the kept session that it belongs to. */
    Optional<Long> kept() {
        try {
            return Optional.ofNullable((Long) session.getAttribute(KEPT));
        } catch (IllegalStateException ended) {
            return Optional.empty();
        }
    }

    /** Has its requests be those of {@code context}; null: those of a stranger. */
    void become(@Nullable Object context) {
        try {
            session.setAttribute(CONTEXT, context);
        } catch (IllegalStateException ended) {
            log.debug("Session of {} had ended already", who, ended);
        }
    }

    void invalidate() {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            log.debug("Session of {} had ended already", who, ended);
        }
    }
}
