package org.porchlight.recording;

/**
 * Somebody asked for a finished file, or for a range of it: a player does so many times. Published on the thread of the request,
 * before the answer.
 *
 * @param download to save it; else to watch it
 */
public record RecordingOpened(Recording recording, boolean download) {}
