package org.porchlight.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which files are being watched or saved: a player asks for many ranges of one, and that is one line. Safe for any thread.
 */
final class Openings {

    /** After so long without a request, the next one is another look. */
    static final Duration SAME_LOOK = Duration.ofMinutes(30);

    private static final int REMEMBERED = 1000;

    private final Map<Opening, Instant> last = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Opening, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Who, which file, how, and from where. */
    record Opening(long memberId, String recordingId, boolean download, String address) {}

    /** Whether this begins a look, and does not go on with one. */
    synchronized boolean begins(Opening opening, Instant now) {
        Instant before = last.remove(opening);
        last.put(opening, now);
        return before == null || before.plus(SAME_LOOK).isBefore(now);
    }
}
