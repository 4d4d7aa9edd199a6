package org.porchlight.viewing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which viewings of the log are wanted, by the day on which they began. Days are those of the house; both are included.
 *
 * @param from null: from the first on
 * @param to null: up to now
 * @param username null: everyone's
 * @param cameraId null: of every camera
 * @param recordedOnly only those of which there is something to watch
 */
public record LogFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String username,
        @Nullable Long cameraId,
        boolean recordedOnly) {

    /** The whole log. */
    public static final LogFilter ALL = new LogFilter(null, null, null);

    /** Of every camera, recorded or not. */
    public LogFilter(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String username) {
        this(from, to, username, null, false);
    }

    /** The same of other days. */
    public LogFilter between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new LogFilter(first, last, username, cameraId, recordedOnly);
    }

    /** The same of somebody else; null: of everyone. */
    public LogFilter of(@Nullable String person) {
        return new LogFilter(from, to, person, cameraId, recordedOnly);
    }

    /** The same of another camera; null: of every camera. */
    public LogFilter through(@Nullable Long camera) {
        return new LogFilter(from, to, username, camera, recordedOnly);
    }

    /** The same, recorded or also not. */
    public LogFilter recorded(boolean only) {
        return new LogFilter(from, to, username, cameraId, only);
    }
}
