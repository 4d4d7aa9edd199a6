package org.porchlight.viewing;

import org.porchlight.recording.RecordingEnd;

/** How a viewing ended. */
public enum EndReason {
    /** The page was closed or left. */
    LEFT("Closed the page"),
    /** A program, which has no page, took no more pictures. */
    STOPPED("Stopped watching"),
    /** No sign of life came for the length of a lease. */
    CONNECTION_LOST("Connection lost"),
    SIGNED_OUT("Signed out"),
    /** An owner ended it. */
    DISCONNECTED("Disconnected by an owner"),
    /** An owner revoked the program's token. */
    REVOKED("Token revoked"),
    /** Somebody closed the camera's shutter. */
    SHUTTER_CLOSED("Shutter closed"),
    /** An owner removed the camera. */
    CAMERA_REMOVED("Camera removed"),
    /** The server stopped or was killed while the page was open. */
    SERVER_STOPPED("Server stopped"),
    /** Nobody knows: its recording was found, and taken into the log. */
    UNKNOWN("Not known");

    private final String words;

    EndReason(String words) {
        this.words = words;
    }

    /** What it is to a recording that ran until then. */
    RecordingEnd ofRecording() {
        return switch (this) {
            case SHUTTER_CLOSED -> RecordingEnd.SHUTTER_CLOSED;
            case CAMERA_REMOVED -> RecordingEnd.CAMERA_REMOVED;
            case SERVER_STOPPED -> RecordingEnd.SERVER_STOPPED;
            case LEFT, STOPPED, CONNECTION_LOST, SIGNED_OUT, DISCONNECTED, REVOKED, UNKNOWN ->
                RecordingEnd.VIEWING_ENDED;
        };
    }

    /** For people: "Closed the page". */
    public String words() {
        return words;
    }
}
