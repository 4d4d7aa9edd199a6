package org.porchlight.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What another program sees one camera with. The secret itself is shown once and kept nowhere.
 *
 * @param name what the log calls the program, "Home Assistant"
 * @param madeBy the owner's name, as it was then
 * @param usedAt when it was last used, to the minute; null: never
 */
public record Token(
        long id,
        String name,
        long cameraId,
        Kind kind,
        String madeBy,
        Instant madeAt,
        @Nullable Instant usedAt) {

    /** What it is good for. */
    public enum Kind {
        LIVE("Live picture"),
        SNAPSHOT("Snapshots only");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    Token used(Instant at) {
        return new Token(id, name, cameraId, kind, madeBy, madeAt, at);
    }

    /** Whether it opens this address, which begins with {@code /live/}. */
    boolean opens(String path) {
        String camera = "/live/" + cameraId + ".";
        return path.startsWith(camera)
                && (kind == Kind.LIVE || path.substring(camera.length()).equals("jpg"));
    }
}
