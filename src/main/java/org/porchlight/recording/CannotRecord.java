package org.porchlight.recording;

import java.io.Serial;
import org.porchlight.media.Sentence;
import org.porchlight.settings.Refusal;

/** A recording cannot start. */
public class CannotRecord extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    public CannotRecord(Sentence sentence) {
        super(sentence, null);
    }

    CannotRecord(Sentence sentence, Throwable cause) {
        super(sentence, cause);
    }
}
