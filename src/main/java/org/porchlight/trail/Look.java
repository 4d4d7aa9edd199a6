package org.porchlight.trail;

import java.time.Instant;

/**
 * Somebody who watched, downloaded or exported what was recorded of a viewing.
 *
 * @param who the name
 * @param at the last time
 */
public record Look(String who, Instant at) {}
