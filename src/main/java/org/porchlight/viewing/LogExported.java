package org.porchlight.viewing;

/** Somebody takes the log out of the house as a list. Published on the thread of the request, before the answer. */
public record LogExported(long lines) {}
