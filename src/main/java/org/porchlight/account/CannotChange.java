package org.porchlight.account;

import java.io.Serial;
import org.porchlight.media.Sentence;
import org.porchlight.settings.Refusal;

/** Something about a member cannot be changed. */
public class CannotChange extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    CannotChange(Sentence sentence) {
        super(sentence, null);
    }
}
