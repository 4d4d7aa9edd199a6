package org.porchlight.viewing;

/** A reader of Motion JPEG was too slow and gets nothing more; browsers do not notice that by themselves. */
public record ReaderLetGo(Viewing viewing) {}
