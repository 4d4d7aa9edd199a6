package org.porchlight.recording;

/** The moving of recordings began, went on, paused or ended. Published often, on its thread. */
public record MoveChanged() {}
