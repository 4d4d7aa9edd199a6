package org.porchlight.camera;

import org.jspecify.annotations.Nullable;

/**
 * A configured video source with a name.
 *
 * @param id its number, also in addresses; the first is 1
 * @param name what people call it, "Front door"
 * @param source what it reads, as {@link org.porchlight.media.Source#parse} takes it; null: found automatically
 * @param width pixels asked of it
 * @param height pixels asked of it
 */
public record Camera(long id, String name, @Nullable String source, int width, int height) {}
