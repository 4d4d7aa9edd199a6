package org.porchlight.account;

import java.io.Serial;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody tried too often; what they tried was not looked at. The message is a sentence for people. */
public class TooManyAttempts extends AuthenticationException {
    @Serial
    private static final long serialVersionUID = 1;

    /** @param wait until when another attempt makes sense */
    TooManyAttempts(Duration wait) {
        super("Too many attempts. Try again in "
                + Math.max(1, wait.plusMillis(999).toSeconds()) + " s.");
    }

    /** What to say about it. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
