package org.porchlight.camera;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A camera's closed shutter: nobody looks through it, and the camera itself is let go.
 *
 * @param by the name of whoever closed it, as it was then
 * @param until when it opens by itself; null: somebody has to open it
 */
public record Shutter(String by, Instant since, @Nullable Instant until) {}
