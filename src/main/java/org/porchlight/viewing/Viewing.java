package org.porchlight.viewing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One member's look through a camera: a row of the log. Immutable: what was known when it was read.
 *
 * @param memberId {@link #NO_MEMBER} where a program looked, with a token
 * @param username as it was then; the account may be gone. The name of a program's token
 * @param cameraName as it was then
 * @param device what it was watched on, in words: "Phone"; empty when unknown
 * @param endedAt null while the viewing is open
 * @param endReason null while the viewing is open
 * @param note what somebody wrote beside it
 */
public record Viewing(
        long id,
        long memberId,
        String username,
        long cameraId,
        String cameraName,
        String device,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason,
        @Nullable String note) {

    /** Stands for no member: there is none of this number. */
    public static final long NO_MEMBER = 0;

    /** Whether somebody is still watching. */
    public boolean isOpen() {
        return endedAt == null;
    }

    /** How long it lasted, or lasts at this moment. */
    public Duration length(Instant now) {
        Instant end = endedAt != null ? endedAt : now;
        return end.isBefore(startedAt) ? Duration.ZERO : Duration.between(startedAt, end);
    }

    /** The same, by a clock that was put forward so much. */
    Viewing moved(Duration by) {
        Instant ended = endedAt == null ? null : endedAt.plus(by);
        return new Viewing(
                id, memberId, username, cameraId, cameraName, device, startedAt.plus(by), ended, endReason, note);
    }

    Viewing withId(long newId) {
        return new Viewing(
                newId, memberId, username, cameraId, cameraName, device, startedAt, endedAt, endReason, note);
    }

    Viewing ended(Instant at, EndReason why) {
        return new Viewing(id, memberId, username, cameraId, cameraName, device, startedAt, at, why, note);
    }
}
