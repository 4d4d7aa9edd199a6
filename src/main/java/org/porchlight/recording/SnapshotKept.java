package org.porchlight.recording;

/** A picture was kept in the log beside this viewing. */
public record SnapshotKept(long viewingId) {}
