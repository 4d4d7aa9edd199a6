package org.porchlight.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who may ask for what: nothing is open but the pages to sign in and to sign up. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /** Slow on purpose: about 200 ms a password on the slowest machine that runs this well. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(11);
    }
}
