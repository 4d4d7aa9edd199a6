package org.porchlight.token;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/** Where tokens count: on the live addresses, for whoever says one. Everywhere else they are not even looked at. */
@Configuration(proxyBeanMethods = false)
class TokenRules {

    @Bean
    @Order(0)
    SecurityFilterChain programs(HttpSecurity http, Tokens tokens, Clock clock) throws Exception {
        return http.securityMatcher(
                        new AndRequestMatcher(PathPatternRequestMatcher.pathPattern("/live/**"), TokenRules::saysOne))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled().cacheControl(cache -> {}))
                .addFilterBefore(new TokenFilter(tokens, new WrongTokens(clock)), AuthorizationFilter.class)
                .build();
    }

    /** Whoever has a session needs none; what a browser says there beside it is for a proxy on the way. */
    private static boolean saysOne(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null && !request.isRequestedSessionIdValid();
    }
}
