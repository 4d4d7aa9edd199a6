package org.porchlight.viewing;

/** Somebody takes a viewing out of the house with its recordings. Published on the thread of the request, before the answer. */
public record ViewingExported(Viewing viewing, int recordings) {}
