package org.porchlight.viewing;

/**
 * A viewing was deleted from the log, with its recordings and the pictures that were kept of it. Published on the thread of whoever did it.
 *
 * @param viewing as it was
 * @param recordings how many files that could be watched went with it
 * @param pictures how many went with it
 * @param forGood whether it is gone; else it is in the trash
 */
public record ViewingDeleted(Viewing viewing, int recordings, int pictures, boolean forGood) {}
