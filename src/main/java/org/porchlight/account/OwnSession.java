package org.porchlight.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a member is signed in, as they see it themselves.
 *
 * @param sessionId the HTTP session; null when the browser is only kept signed in at the moment
 * @param keptId number of what keeps it signed in for 30 days; null when it ends with the browser
 * @param here whether it is the one that asks
 */
public record OwnSession(
        @Nullable String sessionId,
        @Nullable Long keptId,
        Visitor where,
        Instant since,
        Instant lastUse,
        boolean here) {

    /** Whether it signs in by itself for 30 days. */
    public boolean kept() {
        return keptId != null;
    }
}
