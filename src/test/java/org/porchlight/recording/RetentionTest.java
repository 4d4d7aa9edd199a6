package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.porchlight.recording.Recording.State;
import org.porchlight.recording.Retention.Why;
import org.porchlight.settings.RoomLimits;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T17:40:12Z");
    private static final Path FOLDER = Path.of("/recordings");
    private static final long MB = 1_000_000;

    private final List<Recording> candidates = new ArrayList<>();
    private long recorded = 1000 * MB;
    private long removable = 1000 * MB;
    private long free = 100_000 * MB;

    @Test
    void whatIsOlderThanTheLimitGoes() {
        recorded("old", days(30));
        recorded("young", days(30).minusMillis(1));
        assertThat(due(30, 0)).containsExactly("old TOO_OLD");
        assertThat(due(0, 0)).as("0 days: for ever").isEmpty();
    }

    @Test
    void nothingGoesForItsAgeWhileTheClockCannotBeBelieved() {
        recorded("old", days(90));
        trashed("trashed", days(90));
        assertThat(new Retention(new RoomLimits(30, 0, null, 7), room(), null).due(candidates, 0))
                .isEmpty();
        recorded = 5000 * MB;
        assertThat(new Retention(new RoomLimits(30, 4950 * MB, null, 7), room(), null).due(candidates, 0))
                .as("size has nothing to do with the clock")
                .extracting(Retention.Removal::why)
                .containsExactly(Why.TOO_MUCH);
    }

    @Test
    void whatWasRecordedBeforeTheClockWasSetIsNotTakenForOld() {
        Recording recording = recording("1970", Instant.EPOCH.plusSeconds(40), 10 * MB, false, null);
        candidates.add(recording);
        assertThat(due(30, 0)).isEmpty();
    }

    @Test
    void theTrashGoesAfterItsDaysAndBeforeAllElseWhenThereIsTooMuch() {
        trashed("trashed long ago", days(7));
        trashed("trashed lately", days(1));
        recorded("oldest", days(20));
        recorded("newer", days(10));
        assertThat(due(30, 0)).containsExactly("trashed long ago TRASHED_LONG_AGO");

        recorded = 1100 * MB;
        assertThat(due(30, 890 * MB))
                .as("each takes 100 MB; one went already")
                .containsExactly("trashed long ago TRASHED_LONG_AGO", "trashed lately TOO_MUCH", "oldest TOO_MUCH");
    }

    @Test
    void asMuchGoesAsIsMissingOnTheDiskAndNoMore() {
        recorded("oldest", days(3));
        recorded("older", days(2));
        recorded("newest", days(1));
        free = 1000 * MB - 1;
        assertThat(due(30, 0)).containsExactly("oldest NO_ROOM");
        free = 1000 * MB;
        assertThat(due(30, 0)).isEmpty();
        free = 850 * MB;
        assertThat(due(30, 0)).containsExactly("oldest NO_ROOM", "older NO_ROOM");
    }

    @Test
    void whatLiesOnAnotherDiskMakesNoRoom() {
        candidates.add(new Recording(
                "elsewhere",
                1,
                1,
                "Front door",
                Path.of("/other"),
                "f",
                NOW.minus(days(9)),
                null,
                Duration.ZERO,
                100 * MB,
                0,
                State.COMPLETE,
                null,
                null,
                false,
                null));
        recorded("here", days(1));
        free = 990 * MB;
        assertThat(due(30, 0)).containsExactly("here NO_ROOM");
    }

    @Test
    void nothingIsRemovedInVainWhenSomethingElseFillsTheDisk() {
        recorded("oldest", days(3));
        recorded("newer", days(2));
        removable = 200 * MB;
        free = 300 * MB;
        assertThat(due(30, 0)).as("no floor to reach, room to record in").isEmpty();
        free = 10 * MB;
        assertThat(due(30, 0)).as("just enough to record").containsExactly("oldest NO_ROOM");
        removable = 20 * MB;
        assertThat(due(30, 0)).as("not even that").isEmpty();
    }

    @Test
    void whatTakesNoRoomGoesForItsAgeAlone() {
        candidates.add(recording("failed", NOW.minus(days(1)), 0, false, null));
        free = 900 * MB;
        assertThat(due(30, 0)).isEmpty();
        assertThat(due(1, 0)).containsExactly("failed TOO_OLD");
    }

    @Test
    void itSaysWhenARecordingGoes() {
        Retention retention = new Retention(new RoomLimits(30, 0, null, 7), room(), NOW);
        Instant begin = NOW.minus(days(10));
        assertThat(retention.goesAt(recording("a", begin, 1, false, null))).isEqualTo(NOW.plus(days(20)));
        assertThat(retention.goesAt(recording("a", begin, 1, true, null))).isNull();
        assertThat(retention.goesAt(recording("a", begin, 1, true, NOW))).isEqualTo(NOW.plus(days(7)));
    }

    private List<String> due(int days, long most) {
        return new Retention(new RoomLimits(days, most, null, 7), room(), NOW)
                .due(candidates, 0).stream()
                        .map(one -> one.recording().id() + " " + one.why())
                        .toList();
    }

    /** On a disk of 200 GB with a floor of 1 GB. */
    private Room room() {
        return new Room(FOLDER, recorded, 0, 0, removable, new Room.Disk(200_000 * MB, free), 1000 * MB, 250_000, 0);
    }

    private void recorded(String id, Duration age) {
        candidates.add(recording(id, NOW.minus(age), 100 * MB, false, null));
    }

    private void trashed(String id, Duration since) {
        candidates.add(recording(id, NOW.minus(days(8)), 100 * MB, false, NOW.minus(since)));
    }

    private static Recording recording(String id, Instant at, long bytes, boolean kept, @Nullable Instant trashedAt) {
        return new Recording(
                id,
                1,
                1,
                "Front door",
                FOLDER,
                "f",
                at,
                at,
                Duration.ofMinutes(1),
                bytes,
                0,
                State.COMPLETE,
                null,
                null,
                kept,
                trashedAt);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
