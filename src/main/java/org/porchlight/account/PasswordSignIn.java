package org.porchlight.account;

import org.porchlight.account.SignInFailed.Why;
import org.porchlight.media.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in by name and password. Takes the same time and says the same whether or not there is such an account, and tells who
 * waits to be let in, or was shut out, only when the password is right.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {
    private final DaoAuthenticationProvider passwords;
    private final SignInThrottle throttle;
    private final Members members;
    private final ApplicationEventPublisher events;

    PasswordSignIn(
            Accounts accounts,
            Members members,
            PasswordEncoder encoder,
            SignInThrottle throttle,
            ApplicationEventPublisher events) {
        this.throttle = throttle;
        this.members = members;
        this.events = events;
        // Compares with a hash of nothing where there is no such account: that takes as long.
        passwords = new DaoAuthenticationProvider(name -> accounts.findByNameKey(name)
                .map(account -> new SignedIn(account.member(), account.passwordHash()))
                .orElseThrow(() -> new UsernameNotFoundException("There is no such account")));
        passwords.setPasswordEncoder(encoder);
        passwords.setPreAuthenticationChecks(user -> {});
        passwords.setPostAuthenticationChecks(this::mayComeIn);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        Username name = Username.of(typed.getName());
        String key = name.problem().isPresent() ? "" : name.key();
        String address = typed.getDetails() instanceof WebAuthenticationDetails details
                ? Visitor.plain(details.getRemoteAddress())
                : "";
        SignInThrottle.Attempt attempt;
        try {
            attempt = throttle.attempt(key, address);
        } catch (TooManyAttempts e) {
            throw failed(name, Why.TOO_MANY, e);
        }
        UsernamePasswordAuthenticationToken asked =
                UsernamePasswordAuthenticationToken.unauthenticated(key, typed.getCredentials());
        asked.setDetails(typed.getDetails());
        try {
            Authentication who = passwords.authenticate(asked);
            attempt.right();
            return who;
        } catch (ShutOut e) {
            attempt.right();
            throw failed(name, e.why(), e);
        } catch (AuthenticationException e) {
            attempt.wrong();
            throw failed(name, Why.WRONG, e);
        }
    }

    private AuthenticationException failed(Username name, Why why, AuthenticationException e) {
        events.publishEvent(new SignInFailed(name.visible(), why));
        return e;
    }

    private void mayComeIn(UserDetails user) {
        switch (((SignedIn) user).member().state()) {
            case WAITING -> {
                Sentence waits = members.firstOwner()
                        .map(owner -> Sentence.of("entry.waits", owner.username()))
                        .orElse(Sentence.of("entry.waitsForAnOwner"));
                throw new ShutOut(waits, Why.WAITING);
            }
            case DISABLED -> throw new ShutOut(Sentence.of("entry.disabled"), Why.DISABLED);
            case ACTIVE -> {}
        }
    }
}
