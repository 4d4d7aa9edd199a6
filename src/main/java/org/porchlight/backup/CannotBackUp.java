package org.porchlight.backup;

import java.io.Serial;

/** A backup cannot be made or brought back. The message is a sentence for people that says why, and what to do. */
public class CannotBackUp extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    CannotBackUp(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    CannotBackUp(String sentence) {
        super(sentence);
    }

    /** Why, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
