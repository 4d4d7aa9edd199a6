package org.porchlight.recording;

/** A look for found files began or ended, or one of them was dealt with. */
public record FoundFilesChanged() {}
