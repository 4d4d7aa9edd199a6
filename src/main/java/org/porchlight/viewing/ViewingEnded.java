package org.porchlight.viewing;

/**
 * A viewing ended; its recording, if one ran, is being finished.
 *
 * @param viewing with its end
 */
public record ViewingEnded(Viewing viewing) {}
