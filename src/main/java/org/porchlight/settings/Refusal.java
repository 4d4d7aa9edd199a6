package org.porchlight.settings;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;

/** Something that was asked for cannot be done. The sentence says why, and what to do; in English it is the message too. */
public abstract class Refusal extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Sentence sentence;

    protected Refusal(Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    /** Why, for people. */
    public Sentence sentence() {
        return sentence;
    }
}
