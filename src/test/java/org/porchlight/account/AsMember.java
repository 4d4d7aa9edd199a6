package org.porchlight.account;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Runs a test as somebody who is signed in. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@WithSecurityContext(factory = AsMember.Factory.class)
public @interface AsMember {
    String value();

    Role role() default Role.MEMBER;

    /** Signs them in without a password. */
    class Factory implements WithSecurityContextFactory<AsMember> {
        @Override
        public SecurityContext createSecurityContext(AsMember who) {
            SignedIn signedIn = new SignedIn(new Member(1, who.value(), who.role(), State.ACTIVE, Instant.EPOCH), "");
            return new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
        }
    }
}
