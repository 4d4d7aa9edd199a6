package org.porchlight.account;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Who may ask for what: nothing is open but the pages to sign in and to sign up, and what these two show. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity(proxyTargetClass = true)
class SecurityRules {
    /** What the two open pages load, apart from Vaadin's own scripts and styles. */
    private static final String[] OPEN = {
        "/styles.css",
        "/dark.css",
        "/door.css",
        "/door.svg",
        "/favicon.svg",
        "/porchlight.webmanifest",
        "/icons/**",
        "/fonts/**"
    };
    /** Addresses that Vaadin would open to everybody and that nothing here uses. */
    private static final String[] UNUSED = {
        "/themes/**", "/assets/**", "/lumo/**", "/offline.html", "/offline-stub.html"
    };

    /** Pictures, recordings and backups: who has no session is told so by the status alone. */
    @Bean
    @Order(1)
    SecurityFilterChain media(HttpSecurity http, KeepSignedIn keep) throws Exception {
        return http.securityMatcher(
                        "/live/**",
                        "/recordings/**",
                        "/snapshots/**",
                        "/backups/**",
                        "/evidence/**",
                        "/exports/**",
                        "/member-data/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new MediaEntryPoint()))
                .requestCache(cache -> cache.disable())
                .rememberMe(kept -> kept.rememberMeServices(keep).key(keep.getKey()))
                .headers(SecurityRules::headers)
                .build();
    }

    /** The pages. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, SignOutHandler signOut, KeepSignedIn keep, VaadinDefaultRequestCache wanted)
            throws Exception {
        wanted.setDelegateRequestCache(wanted());
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(OPEN)
                        .permitAll()
                        .dispatcherTypeMatchers(
                                DispatcherType.ERROR) // an answer that was given already is put into words
                        .permitAll()
                        .requestMatchers(UNUSED)
                        .denyAll())
                .rememberMe(kept -> kept.rememberMeServices(keep).key(keep.getKey()))
                .headers(SecurityRules::headers)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/login")
                                .addLogoutHandler(signOut)
                                .addLogoutHandler(keep)
                                .anyRequest(rest -> rest.authenticated()))
                .formLogin(form -> form.failureHandler(wrong()))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(new SignInEntryPoint("/login")))
                .build();
    }

    /** Where whoever signs in wanted to go: they get there by its own address, with no {@code ?continue} behind it. */
    @SuppressWarnings("NullAway") // null is what leaves it out
    private static RequestCache wanted() {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setMatchingRequestParameterName(null);
        return wanted;
    }

    /** Back to the page, which says why; makes no session for whoever has none, however often they try. */
    private static AuthenticationFailureHandler wrong() {
        SimpleUrlAuthenticationFailureHandler wrong = new SimpleUrlAuthenticationFailureHandler("/login?error");
        wrong.setAllowSessionCreation(false);
        return wrong;
    }

    /** What holds for every answer is said by the web module; here only that nothing is kept by browsers unless it says so. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled().cacheControl(Customizer.withDefaults());
    }

    /** Slow on purpose: some 200 ms a password. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(11);
    }
}
