package org.porchlight.account;

import java.io.Serial;

/** Something about a member cannot be changed. The message is a sentence for people that says why, and what to do. */
public class CannotChange extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    CannotChange(String sentence) {
        super(sentence);
    }

    /** Why, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
