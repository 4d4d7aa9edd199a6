package org.porchlight;

import java.io.Serial;

/** Something that whoever starts Porchlight has to put right; the message is the sentence to print. */
class CannotStart extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
