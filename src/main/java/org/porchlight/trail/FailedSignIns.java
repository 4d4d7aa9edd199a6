package org.porchlight.trail;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.porchlight.account.SignInFailed;

/**
 * Which failed sign-ins are written: anybody on the network can fail as often as they like, and lines are for ever. What was
 * refused without a look at the password is counted for itself, so that it leaves room for what was looked at. Safe for any
 * thread.
 */
final class FailedSignIns {

    /** Attempts that were refused, for one name from one network, are one line in so long. */
    static final Duration SAME_GUESSING = Duration.ofMinutes(15);

    /** Of the whole house in a minute: as many that were refused, and as many that were looked at. */
    static final int LINES = 30;

    private static final int REMEMBERED = 1000;

    private final Minute refused = new Minute();
    private final Minute lookedAt = new Minute();

    private final Map<Guessing, Instant> written = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Guessing, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What is written of one. */
    enum Line {
        ITS_OWN,
        /** One that says that there were more. */
        OF_ALL_OTHERS,
        NONE
    }

    private record Guessing(String username, String network) {}

    synchronized Line line(SignInFailed event, String network, Instant now) {
        if (event.why() != SignInFailed.Why.TOO_MANY) {
            return lookedAt.line(now);
        }
        return begins(new Guessing(event.username(), network), now) ? refused.line(now) : Line.NONE;
    }

    private boolean begins(Guessing guessing, Instant now) {
        Instant before = written.get(guessing);
        if (before != null && Duration.between(before, now).abs().compareTo(SAME_GUESSING) < 0) {
            return false;
        }
        written.remove(guessing);
        written.put(guessing, now);
        return true;
    }

    /** Counts the lines of a minute of the clock. */
    private static final class Minute {
        private long minute;
        private int count;

        Line line(Instant now) {
            long current = now.getEpochSecond() / 60;
            if (current != minute) {
                minute = current;
                count = 0;
            }
            count++;
            if (count < LINES) {
                return Line.ITS_OWN;
            }
            return count == LINES ? Line.OF_ALL_OTHERS : Line.NONE;
        }
    }
}
