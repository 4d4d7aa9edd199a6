package org.porchlight.recording;

/** A file that no row knew was deleted. Published on the thread of whoever did it. */
public record FoundFileDeleted(FoundFile file) {}
