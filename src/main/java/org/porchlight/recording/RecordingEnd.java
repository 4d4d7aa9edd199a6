package org.porchlight.recording;

/** Why a recording ended. */
public enum RecordingEnd {
    /** By the button. */
    STOPPED,
    /** Its viewing ended. */
    VIEWING_ENDED,
    /** Somebody closed the camera's shutter. */
    SHUTTER_CLOSED,
    /** An owner removed the camera. */
    CAMERA_REMOVED,
    /** The camera came back as a new stream; the recording goes on in the next file. */
    STREAM_CHANGED,
    /** "Record every session" was turned off. */
    SETTING_CHANGED,
    /** The disk was almost full, or was taken away. */
    NO_ROOM,
    WRITE_FAILED,
    /** The camera's pictures could not be encoded any more. */
    ENCODING_FAILED,
    NO_PICTURE,
    /** The server stopped, or was killed, while it ran. */
    SERVER_STOPPED
}
