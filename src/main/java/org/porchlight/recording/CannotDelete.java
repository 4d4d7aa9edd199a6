package org.porchlight.recording;

import java.io.Serial;

/** Something cannot be deleted. The message is a sentence for people that says why, and what to do. */
public class CannotDelete extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public CannotDelete(String sentence) {
        super(sentence);
    }

    public CannotDelete(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Why, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
