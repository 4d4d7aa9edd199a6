package org.porchlight.viewing;

/** A viewing was deleted from the log, with its recordings. */
public record ViewingDeleted(long viewingId) {}
