package org.porchlight.recording;

/** A recording of this viewing began, got its first picture, ended, failed, or was deleted. */
public record RecordingChanged(long viewingId) {}
