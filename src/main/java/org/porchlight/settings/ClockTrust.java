package org.porchlight.settings;

/** Whether the house's clock can be believed. What deletes by age asks first. Safe for any thread; answers at once. */
@FunctionalInterface
public interface ClockTrust {

    /** False while the clock has only just jumped, or has not been set since the start. */
    boolean isTrusted();
}
