package org.porchlight.trail;

/** What somebody did. */
public enum What {
    SIGNED_IN("Signed in"),
    SIGN_IN_FAILED("Sign-in failed"),
    SIGNED_OUT("Signed out"),
    WATCHED("Watched a recording"),
    DOWNLOADED("Downloaded a recording"),
    EXPORTED("Exported a viewing"),
    DELETED("Deleted a viewing"),
    TAKEN_BACK("Took a viewing back"),
    KEPT("Kept a recording"),
    REMOVED("Removed a recording"),
    BACKUP("Backed up"),
    DISCONNECTED("Ended a viewing"),
    FOUND("Dealt with a found file"),
    MOVED("Moved recordings"),
    SETTING("Changed a setting"),
    CAMERA("Changed the cameras"),
    SHUTTER("Closed or opened a shutter"),
    PERSON("Changed an account"),
    MEMBER_DATA("Exported what is known of somebody"),
    TOKEN("Changed a token");

    private final String words;

    What(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
