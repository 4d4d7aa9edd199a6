package org.porchlight.viewing;

/**
 * Somebody wants the recordings of a viewing to stay, or not any more. Published on the thread of whoever did it.
 *
 * @param kept whether they stay
 */
public record RecordingsKept(Viewing viewing, boolean kept) {}
