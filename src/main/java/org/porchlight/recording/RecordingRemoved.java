package org.porchlight.recording;

/**
 * Retention removed a recording and its file. Published on a thread of its own, beside {@link RecordingChanged}.
 *
 * @param recording as it was
 */
public record RecordingRemoved(Recording recording) {}
