package org.porchlight.recording;

import org.jspecify.annotations.Nullable;

/**
 * Recordings cannot be written any more, for another reason than before, or can be again. Published on a thread of its own.
 *
 * @param problem the sentence of why not, for people; null: they can be written
 */
public record RoomChanged(@Nullable String problem) {}
