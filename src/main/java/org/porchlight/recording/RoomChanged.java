package org.porchlight.recording;

import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;

/**
 * Recordings cannot be written any more, for another reason than before, or can be again. Published on a thread of its own.
 *
 * @param problem why not; null: they can be written
 */
public record RoomChanged(@Nullable Sentence problem) {}
