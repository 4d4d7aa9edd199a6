package org.porchlight.backup;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.porchlight.settings.Refusal;

/** A backup cannot be made. */
public class CannotBackUp extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    CannotBackUp(Sentence sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
