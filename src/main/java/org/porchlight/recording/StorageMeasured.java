package org.porchlight.recording;

/** There is a new report of the storage. Published on a thread of its own. */
public record StorageMeasured() {}
