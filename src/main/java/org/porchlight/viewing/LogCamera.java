package org.porchlight.viewing;

/**
 * A camera that somebody looked through; it may be gone since.
 *
 * @param name as it was at the last look
 */
public record LogCamera(long id, String name) {}
