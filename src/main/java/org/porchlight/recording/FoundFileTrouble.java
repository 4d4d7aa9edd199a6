package org.porchlight.recording;

import java.io.Serial;
import org.porchlight.media.Sentence;
import org.porchlight.settings.Refusal;

/** A found file cannot be taken into the log or deleted. */
public class FoundFileTrouble extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    FoundFileTrouble(Sentence sentence, Throwable cause) {
        super(sentence, cause);
    }
}
