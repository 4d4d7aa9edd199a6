package org.porchlight.viewing;

/** A viewing began. Published after its row was written. */
public record ViewingBegan(Viewing viewing) {}
