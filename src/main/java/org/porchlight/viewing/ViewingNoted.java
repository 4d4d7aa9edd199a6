package org.porchlight.viewing;

/** The note beside a viewing was changed. */
public record ViewingNoted(long viewingId) {}
