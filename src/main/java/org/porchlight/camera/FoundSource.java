package org.porchlight.camera;

/**
 * A source that a camera could read.
 *
 * @param source as {@link org.porchlight.media.Source#parse} takes it
 * @param display the same as it may be shown, without passwords
 * @param name what it calls itself, "HD Pro Webcam C920"; empty where it has no name of its own
 * @param kind where it comes from
 */
public record FoundSource(String source, String display, String name, Kind kind) {

    /** Where it comes from. */
    public enum Kind {
        /** Given when Porchlight was started. */
        GIVEN,
        DEVICE,
        DEMO
    }
}
