package org.porchlight.viewing;

/** Somebody saved the picture of a moment of this viewing, or kept it in the log. */
public record SnapshotTaken(long viewingId) {}
