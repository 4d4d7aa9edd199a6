package org.porchlight.token;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The token of the request at work in this thread. */
@Component
public class CurrentToken {

    /** The token that came with it, if one did. */
    public Optional<Token> find() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Token token ? Optional.of(token) : Optional.empty();
    }
}
