package org.porchlight.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * What a service does for members and owners alone, whoever calls it; not for programs with a token. For anybody else it throws
 * as for {@link OwnersOnly}. What the house does by itself, on threads where nobody is signed in, goes past it.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('MEMBER', 'OWNER')")
public @interface MembersOnly {}
