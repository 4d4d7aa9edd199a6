package org.porchlight.recording;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.porchlight.settings.Refusal;

/** Something cannot be deleted. */
public class CannotDelete extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    public CannotDelete(Sentence sentence) {
        super(sentence, null);
    }

    CannotDelete(Sentence sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
