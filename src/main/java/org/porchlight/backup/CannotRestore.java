package org.porchlight.backup;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A backup cannot be brought back. The message, which stands on the console, says why, and what to do. */
class CannotRestore extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    CannotRestore(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
