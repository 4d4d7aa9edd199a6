package org.porchlight.token;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts wrong tokens by address. Nobody guesses one; a program that goes on with one that was revoked, or somebody who tries,
 * is told to wait. A right token always opens, whatever else comes from its address. Safe for any thread.
 */
final class WrongTokens {

    static final int ALLOWED = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES = 1000;

    private final Clock clock;

    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > ADDRESSES;
        }
    };

    WrongTokens(Clock clock) {
        this.clock = clock;
    }

    private record Count(long since, int wrong) {}

    /** Takes note of one; true when there were too many from this address lately. */
    synchronized boolean tooMany(String address) {
        long now = clock.millis();
        Count before = counts.remove(address);
        Count after = before == null || Math.abs(now - before.since()) > WINDOW.toMillis()
                ? new Count(now, 1)
                : new Count(before.since(), before.wrong() + 1);
        counts.put(address, after);
        return after.wrong() > ALLOWED;
    }
}
