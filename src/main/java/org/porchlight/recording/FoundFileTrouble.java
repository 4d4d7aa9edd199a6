package org.porchlight.recording;

import java.io.Serial;

/** A found file cannot be taken into the log or deleted. The message is a sentence for people. */
public class FoundFileTrouble extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    FoundFileTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Why, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
