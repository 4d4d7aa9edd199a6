package org.porchlight.camera;

import org.jspecify.annotations.Nullable;

/**
 * A camera's shutter was closed or opened; it is in effect already.
 *
 * @param now null: it is open
 * @param by the name of whoever did it; null: its time had come
 */
public record ShutterChanged(
        Camera camera, @Nullable Shutter now, @Nullable String by) {}
