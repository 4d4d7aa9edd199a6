package org.porchlight.recording;

/**
 * Retention is about to remove a recording. Published within the transaction that marks it, on a thread of its own: what is
 * written down of it then is there even if the computer stops in the middle of the removal, which is finished at the next start.
 *
 * @param recording as it is
 */
public record RemovalDecided(Recording recording, Retention.Why why) {}
