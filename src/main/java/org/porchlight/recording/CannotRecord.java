package org.porchlight.recording;

import java.io.Serial;

/** A recording cannot start. The message is a sentence for people that says why, and what to do. */
public class CannotRecord extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public CannotRecord(String sentence) {
        super(sentence);
    }

    CannotRecord(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Why, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
