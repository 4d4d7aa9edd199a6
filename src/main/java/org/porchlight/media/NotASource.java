package org.porchlight.media;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** What was typed is no {@link Source}. */
public class NotASource extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Sentence sentence;

    NotASource(Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    /** What to write instead, for whoever typed it. */
    public Sentence sentence() {
        return sentence;
    }
}
