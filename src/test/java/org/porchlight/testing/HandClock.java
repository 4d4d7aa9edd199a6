package org.porchlight.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.porchlight.settings.Ticker;

/** A clock, and a ticker, that stand still until time passes, or until the clock alone is set. */
public final class HandClock extends Clock implements Ticker {

    private volatile Instant now;
    private volatile long nanos;

    public HandClock(Instant now) {
        this.now = now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    /** Sets the clock by so much; no time passes. */
    public void step(Duration by) {
        now = now.plus(by);
    }

    public void pass(Duration duration) {
        nanos += duration.toNanos();
        now = now.plus(duration);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nothing in a test wants this clock in another zone");
    }
}
