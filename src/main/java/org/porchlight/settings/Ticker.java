package org.porchlight.settings;

/** What lengths of time are measured with: it goes on evenly, whatever becomes of the clock on the wall. Safe for any thread. */
@FunctionalInterface
public interface Ticker {

    /** The computer's own. */
    Ticker SYSTEM = System::nanoTime;

    /** Nanoseconds since some moment; only differences mean something. */
    long nanos();
}
