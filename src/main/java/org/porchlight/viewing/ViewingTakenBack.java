package org.porchlight.viewing;

/** A viewing was taken back from the trash, with its recordings. Published on the thread of whoever did it. */
public record ViewingTakenBack(Viewing viewing) {}
