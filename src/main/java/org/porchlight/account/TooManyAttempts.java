package org.porchlight.account;

import java.io.Serial;
import java.time.Duration;
import org.porchlight.media.Sentence;
import org.springframework.security.core.AuthenticationException;

/** Somebody tried too often; what they tried was not looked at. */
public class TooManyAttempts extends AuthenticationException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Sentence sentence;

    /** @param wait until when another attempt makes sense */
    TooManyAttempts(Duration wait) {
        this(Sentence.of(
                "entry.tooManyAttempts", Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    private TooManyAttempts(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    /** What to say about it. */
    public Sentence sentence() {
        return sentence;
    }
}
