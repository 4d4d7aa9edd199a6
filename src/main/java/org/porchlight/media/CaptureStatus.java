package org.porchlight.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a capture does at one moment. Immutable; safe to share between threads.
 *
 * @param state what the capture is doing
 * @param since since when there has been a picture, or none
 * @param why there is no picture; null while there is one
 * @param lastPicture when the newest picture arrived; null before the first
 * @param codec the camera's own codec in words, "MJPEG", "H.264", "raw"; empty before the first connection
 * @param width pixels, 0 before the first connection
 * @param height pixels, 0 before the first connection
 * @param framesPerSecond measured over the last seconds; 0 while there is no picture
 * @param rate how the wished frame rate is met
 * @param retryAt when the next attempt is due; null unless {@link State#WAITING}
 * @param attempt how often the camera was tried again since its last picture, the attempt that is due or being made included; 0
 *     while there is a picture
 * @param encoding what is made of the pictures, where the camera does not give it itself
 */
public record CaptureStatus(
        State state,
        Instant since,
        @Nullable Sentence why,
        @Nullable Instant lastPicture,
        String codec,
        int width,
        int height,
        double framesPerSecond,
        Rate rate,
        @Nullable Instant retryAt,
        int attempt,
        Encoding encoding) {

    /**
     * What is made of the pictures, where the camera does not give it itself.
     *
     * @param encoder what makes H.264; null until it is first needed
     * @param problem why something cannot be made; null when all is well
     */
    public record Encoding(
            @Nullable Sentence encoder, @Nullable Sentence problem) {}

    /** What a capture is doing. Only {@code STREAMING} has a live picture. */
    public enum State {
        /** Nobody reads: the camera is closed. */
        OFF,
        CONNECTING,
        STREAMING,
        /** Connected, but no picture has come for a while. */
        STALLED,
        /** The last attempt failed; the next one is due at {@link CaptureStatus#retryAt()}. */
        WAITING
    }

    /** How the wished frame rate is met. */
    public enum Rate {
        /** The camera itself gives the wished rate. */
        ASKED,
        /** The camera gives more; pictures are left out on a time grid. */
        THINNED,
        /** The camera's own rate: it gives less than wished, or its packets depend on each other. */
        CAMERAS_OWN
    }

    /** Whether a live picture is there. */
    public boolean streaming() {
        return state == State.STREAMING;
    }
}
