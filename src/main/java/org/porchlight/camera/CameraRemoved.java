package org.porchlight.camera;

/**
 * A camera was removed: nobody can look through it any more. What was recorded stays.
 *
 * @param camera as it was
 */
public record CameraRemoved(Camera camera) {}
