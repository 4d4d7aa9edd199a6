package org.porchlight.account;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Who may ask for what: nothing is open but the pages to sign in and to sign up, and what these two show. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {
    /** What the two open pages load, apart from Vaadin's own scripts and styles. */
    private static final String[] OPEN = {
        "/styles.css", "/door.css", "/door.svg", "/favicon.svg", "/icons/**", "/fonts/**"
    };
    /** Addresses that Vaadin would open to everybody and that nothing here uses. */
    private static final String[] UNUSED = {
        "/themes/**", "/assets/**", "/lumo/**", "/offline.html", "/offline-stub.html"
    };

    /** Pictures and recordings: who has no session is told so by the status alone. */
    @Bean
    @Order(1)
    SecurityFilterChain media(HttpSecurity http) throws Exception {
        return http.securityMatcher("/live/**", "/recordings/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .requestCache(cache -> cache.disable())
                .headers(SecurityRules::headers)
                .build();
    }

    /** The pages. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SignOutHandler signOut) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(UNUSED)
                        .denyAll())
                .headers(SecurityRules::headers)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login")
                                .addLogoutHandler(signOut)
                                .anyRequest(rest -> rest.authenticated()))
                .build();
    }

    /** What holds for every answer is said by the web module; here only that nothing is kept by browsers unless it says so. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled().cacheControl(Customizer.withDefaults());
    }

    /**
     * Takes the same time whether or not there is such an account, and tells who waits to be let in only when the password
     * is right.
     */
    @Bean
    AuthenticationProvider signIn(Accounts accounts, Members members, PasswordEncoder passwords) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(
                name -> accounts.findByNameKey(Username.of(name).key())
                        .map(account -> new SignedIn(account.member(), account.passwordHash()))
                        .orElseThrow(() -> new UsernameNotFoundException("There is no such account")));
        provider.setPasswordEncoder(passwords);
        provider.setPreAuthenticationChecks(user -> {});
        provider.setPostAuthenticationChecks(user -> {
            if (((SignedIn) user).member().state() == State.WAITING) {
                String owner = members.firstOwner().map(Member::username).orElse("An owner");
                throw new DisabledException(owner + " has to let you in.");
            }
        });
        return provider;
    }

    /** Slow on purpose: some 200 ms a password. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(11);
    }
}
