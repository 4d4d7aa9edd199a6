package org.porchlight.viewing;

/**
 * How much there is.
 *
 * @param viewings all of them
 * @param recorded those of which there is something to watch
 */
public record LogSummary(long viewings, long recorded) {}
