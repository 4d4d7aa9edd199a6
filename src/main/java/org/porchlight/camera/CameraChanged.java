package org.porchlight.camera;

/** A camera's name, source or resolution was changed; it is in effect already. */
public record CameraChanged(Camera before, Camera after) {}
