package org.porchlight.viewing;

import org.porchlight.recording.FoundFile;

/** A file that no row knew is a line of the log now. Published on the thread of whoever did it. */
public record FoundFileAdopted(FoundFile file, long viewingId) {}
