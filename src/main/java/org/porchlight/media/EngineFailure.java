package org.porchlight.media;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something of the engine does not work. The sentence says what, for people; in English it is the message too. */
class EngineFailure extends IOException {

    private final Sentence sentence;

    EngineFailure(Sentence sentence) {
        this(sentence, null);
    }

    EngineFailure(Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    /** What to say of anything that went wrong: the sentence, or the system's own words. */
    static Sentence sentence(IOException failure) {
        return failure instanceof EngineFailure ours
                ? ours.sentence
                : Sentence.asItStands(String.valueOf(failure.getMessage()));
    }
}
