package org.porchlight.camera;

/** A camera was added; it can be looked through already. */
public record CameraAdded(Camera camera) {}
