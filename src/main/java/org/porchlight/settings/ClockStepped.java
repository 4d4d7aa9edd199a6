package org.porchlight.settings;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody, or a time server, set the clock. What goes on now began, by the new time, that much later than was written.
 *
 * @param by how much the clock was put forward; negative: back
 * @param before what it would be now without that
 */
public record ClockStepped(Duration by, Instant before) {

    /** Whether what was written before has a time that never was: the computer had started without one. */
    public boolean wasUnset() {
        return before.isBefore(HouseClock.EARLIEST);
    }
}
