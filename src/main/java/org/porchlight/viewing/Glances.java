package org.porchlight.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last single pictures that programs took: one that asks every few seconds is one line of the log, not thousands a day. Safe
 * for any thread.
 */
final class Glances {

    /** Two that lie further apart are two lines. */
    static final Duration TOGETHER = Duration.ofMinutes(2);

    private final Map<Key, Last> last = new HashMap<>();

    private record Key(Watcher who, long cameraId) {}

    private record Last(long viewingId, Instant at) {}

    /** The viewing that a look at this moment goes on with. */
    synchronized Optional<Long> goingOn(Watcher who, long cameraId, Instant at) {
        return Optional.ofNullable(last.get(new Key(who, cameraId)))
                .filter(before -> before.at().plus(TOGETHER).isAfter(at))
                .map(Last::viewingId);
    }

    synchronized void remember(Watcher who, long cameraId, long viewingId, Instant at) {
        last.put(new Key(who, cameraId), new Last(viewingId, at));
    }
}
