package org.porchlight.account;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is behind the request or the page at work in this thread. */
@Component
public class CurrentMember {
    private final OpenSessions sessions;

    CurrentMember(OpenSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * The signed-in member.
     *
     * @throws IllegalStateException when nobody is: no page or address that members use is reached without a session
     */
    public Member get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in where a member is asked for"));
    }

    /** The signed-in member, if somebody is. */
    public Optional<Member> find() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.member())
                : Optional.empty();
    }

    /** Whether nobody is signed in any more in the HTTP session that a request began in: it may end while one is answered. */
    public boolean isOver(String sessionId) {
        return sessions.isOver(sessionId);
    }
}
