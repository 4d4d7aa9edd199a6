package org.porchlight.viewing;

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
    /** The server stopped or was killed while the page was open. */
    SERVER_STOPPED("Server stopped"),
    /** Nobody knows: its recording was found, and taken into the log. */
    UNKNOWN("Not known");

    private final String words;

    EndReason(String words) {
        this.words = words;
    }

    /** For people: "Closed the page". */
    public String words() {
        return words;
    }
}
