package org.porchlight.media;

/**
 * What is asked of a camera. A camera may not be able to do it: the rate is then thinned where packets stand alone, the
 * nearest size is taken, and {@link CaptureStatus} says what came of it.
 *
 * @param width pixels
 * @param height pixels
 * @param framesPerSecond 1 to 60
 */
public record CaptureWishes(int width, int height, int framesPerSecond) {}
