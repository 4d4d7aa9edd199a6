package org.porchlight.account;

import java.io.Serial;
import org.porchlight.account.SignInFailed.Why;
import org.porchlight.media.Sentence;
import org.springframework.security.authentication.DisabledException;

/** Name and password are right, but this account may not come in. */
public class ShutOut extends DisabledException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Sentence sentence;
    private final Why why;

    ShutOut(Sentence sentence, Why why) {
        super(sentence.toString());
        this.sentence = sentence;
        this.why = why;
    }

    /** What to say about it. */
    public Sentence sentence() {
        return sentence;
    }

    Why why() {
        return why;
    }
}
