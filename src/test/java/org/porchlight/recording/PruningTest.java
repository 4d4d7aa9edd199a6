package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.recording.Recording.State;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;

class PruningTest {

    private static final Instant NOW = Instant.parse("2026-11-22T17:40:12Z");
    private static final int SIZE = 1000;

    @TempDir
    Path temp;

    private final HouseSettings settings = mock(HouseSettings.class);
    private final HandClock clock = new HandClock(NOW);
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private Runnable atFirstRemoval = () -> {};
    private Path folder;
    private TestDatabase database;
    private RecordingRows rows;
    private DiskMarker disk;
    private RecordingFolder recordings;
    private boolean clockIsTrusted = true;
    private Pruning pruning;

    @BeforeEach
    void build() throws IOException {
        folder = Files.createDirectory(temp.resolve("recordings"));
        database = new TestDatabase(temp)
                .withViewing(1, "Ana")
                .withViewing(2, "Ben")
                .withViewing(3, "Cleo");
        rows = new RecordingRows(database.client());
        disk = new DiskMarker(database.client());
        disk.mark(folder);
        recordings = new RecordingFolder(settings, rows, disk);
        pruning = new Pruning(
                rows,
                new RecordingRemoval(rows, recordings, mock(Thumbnails.class), database.transaction(), this::decided),
                recordings,
                new RoomMeter(database.client(), rows, settings, clock),
                settings,
                () -> clockIsTrusted,
                this::happens,
                clock);
        limits(new RoomLimits(30, 0, 0L, 7));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsTooOldGoesWithItsFileAndIsTold() throws Exception {
        Recording old = recorded("old", 1, 31);
        Recording young = recorded("young", 1, 29);
        pruning.prune();

        assertThat(left()).containsExactly("young");
        assertThat(folder.resolve(old.file())).doesNotExist();
        assertThat(folder.resolve(young.file())).exists();
        assertThat(events)
                .containsExactly(
                        new RemovalDecided(old, Retention.Why.TOO_OLD),
                        new RecordingChanged(1),
                        new RecordingRemoved(old));
    }

    @Test
    void whatIsKeptStaysHoweverOldItIsAndWhateverRoomIsMissing() throws Exception {
        recorded("kept", 1, 400);
        rows.keep(1, true);
        recorded("old", 2, 31);
        limits(new RoomLimits(30, 1, 0L, 7));
        pruning.prune();
        assertThat(left()).containsExactly("kept");

        rows.keep(1, false);
        pruning.prune();
        assertThat(left()).isEmpty();
    }

    @Test
    void thatWhichRunsStays() throws Exception {
        insert("running", 1, 40, State.RECORDING);
        limits(new RoomLimits(1, 1, 0L, 7));
        pruning.prune();
        assertThat(left()).containsExactly("running");
    }

    @Test
    void theOldestGoUntilAllTakeNoMoreThanTheyMayAndTheTrashGoesFirst() throws Exception {
        for (int day = 1; day <= 5; day++) {
            recorded("day " + day, 1, day);
        }
        recorded("trashed", 2, 0);
        rows.trash(2, NOW);
        limits(new RoomLimits(30, 3 * SIZE, 0L, 7));
        pruning.prune();
        assertThat(left()).containsExactly("day 3", "day 2", "day 1");
        assertThat(events)
                .filteredOn(RecordingRemoved.class::isInstance)
                .extracting(event -> ((RecordingRemoved) event).recording().id())
                .containsExactly("trashed", "day 5", "day 4");
    }

    @Test
    void aClockThatCannotBeBelievedRemovesNothing() throws Exception {
        recorded("old", 1, 31);
        clockIsTrusted = false;
        pruning.prune();
        assertThat(left()).containsExactly("old");
    }

    @Test
    void nothingIsTakenForRemovedWhileItsDiskIsNotThere() throws Exception {
        Recording old = recorded("old", 1, 31);
        Path mounted = temp.resolve("mounted");
        Files.move(folder, mounted);
        Files.createDirectory(folder); // the mount point
        pruning.prune();
        assertThat(left()).containsExactly("old");

        Files.delete(folder);
        Files.move(mounted, folder);
        pruning.prune();
        assertThat(left()).isEmpty();
        assertThat(folder.resolve(old.file())).doesNotExist();
    }

    @Test
    void aDiskOfBeforeThereWereMarkersThatIsAwayKeepsItsRows() throws Exception {
        folder = Files.createDirectory(temp.resolve("before"));
        recorded("old", 1, 31);
        insert("begun", 1, 32, State.DELETING);
        Path mounted = temp.resolve("mounted");
        Files.move(folder, mounted);
        Files.createDirectory(folder); // the mount point
        recordings.markThoseOfBefore();
        pruning.prune();
        assertThat(left()).containsExactly("begun", "old");
        assertThat(folder).as("what lies beneath is not marked").isEmptyDirectory();

        Files.delete(folder);
        Files.move(mounted, folder);
        recordings.markThoseOfBefore();
        assertThat(folder.resolve(DiskMarker.FILE)).exists();
        pruning.prune();
        assertThat(left()).isEmpty();
    }

    @Test
    void aDeleteThatWasBegunIsFinished() throws Exception {
        Recording recording = insert("begun", 1, 1, State.DELETING);
        pruning.prune();
        assertThat(left()).isEmpty();
        assertThat(folder.resolve(recording.file())).doesNotExist();
    }

    @Test
    void whatCannotBeRemovedHoldsNothingUp() throws Exception {
        for (int i = 0; i < 205; i++) { // more than a batch
            insert("a/link " + i, 1, 40, State.COMPLETE);
        }
        Path day = folder.resolve("day");
        Files.move(day.resolve("a"), temp.resolve("a"));
        Files.createSymbolicLink(day.resolve("a"), temp.resolve("a"));
        recorded("old", 1, 35);
        pruning.prune();
        assertThat(left()).hasSize(205).doesNotContain("old");
    }

    @Test
    void aDiskThatIsAwayHoldsNothingUpAndNothingElseGoesForIt() throws Exception {
        Path present = folder;
        folder = Files.createDirectory(temp.resolve("usb"));
        disk.mark(folder);
        for (int i = 0; i < 205; i++) {
            recorded("away " + i, 1, 40);
        }
        Files.move(folder, temp.resolve("unplugged"));
        folder = present;
        recorded("old", 1, 35);
        recorded("young", 1, 1);
        limits(new RoomLimits(30, SIZE, 0L, 7));
        pruning.prune();
        assertThat(left()).hasSize(206).contains("young").doesNotContain("old");
    }

    @Test
    void whatIsKeptOrTakenBackMeanwhileStays() throws Exception {
        recorded("trashed", 2, 1);
        rows.trash(2, NOW.minus(Duration.ofDays(9)));
        recorded("first", 1, 45);
        recorded("kept", 3, 40);
        recorded("oldest of the trash", 1, 50);
        database.client()
                .sql("UPDATE recording SET trashed_at = 1 WHERE id = 'oldest of the trash'")
                .update();
        atFirstRemoval = () -> {
            rows.trash(2, null);
            rows.keep(3, true);
        };
        pruning.prune();
        assertThat(left()).containsExactly("kept", "trashed");
    }

    @Test
    void aLimitThatIsRaisedMeanwhileHoldsForTheRest() throws Exception {
        recorded("oldest", 1, 50);
        recorded("older", 1, 40);
        recorded("old", 1, 35);
        atFirstRemoval = () -> limits(new RoomLimits(38, 0, 0L, 7));
        pruning.prune();
        assertThat(left()).containsExactly("old");
    }

    @Test
    void manyGoInBatches() throws Exception {
        for (int i = 0; i < 450; i++) {
            recorded("old " + i, 1, 31);
        }
        pruning.prune();
        assertThat(left()).isEmpty();
    }

    @Test
    void itSaysWhatGoesNextAndWhen() throws Exception {
        recorded("newer", 1, 5);
        recorded("older", 1, 20);
        recorded("trashed", 2, 1);
        rows.trash(2, NOW.minus(Duration.ofDays(1)));
        assertThat(pruning.upcoming(10))
                .extracting(one -> one.recording().id(), Pruning.Upcoming::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("trashed", NOW.plus(Duration.ofDays(6))),
                        org.assertj.core.groups.Tuple.tuple("older", NOW.plus(Duration.ofDays(10))),
                        org.assertj.core.groups.Tuple.tuple("newer", NOW.plus(Duration.ofDays(25))));
    }

    @Test
    void theRoomIsMeasured() throws Exception {
        recorded("a", 1, 3);
        recorded("b", 1, 1);
        recorded("trashed", 2, 1);
        rows.trash(2, NOW);
        Room room = new RoomMeter(database.client(), rows, settings, clock).measure();
        assertThat(room.recorded()).isEqualTo(3 * SIZE);
        assertThat(room.trash()).isEqualTo(SIZE);
        assertThat(room.removable()).isEqualTo(3 * SIZE);
        assertThat(room.bytesPerSecond()).isEqualTo(SIZE / 10);
        assertThat(room.bytesPerDay()).as("3000 bytes in 3 days").isEqualTo(SIZE);
        assertThat(room.daysUntilFull()).isPresent();
    }

    private void decided(Object event) {
        events.add(event);
        if (event instanceof RemovalDecided one) {
            assertThat(folder.resolve(one.recording().file()))
                    .as("what is written down before it goes")
                    .exists();
        }
    }

    private void happens(Object event) {
        events.add(event);
        Runnable once = atFirstRemoval;
        atFirstRemoval = () -> {};
        once.run();
    }

    private void limits(RoomLimits limits) {
        when(settings.current()).thenReturn(new Settings(30, folder, false, 5, limits));
    }

    private List<String> left() {
        return database.client()
                .sql("SELECT id FROM recording ORDER BY asked_at")
                .query((row, number) -> row.getString("id"))
                .list();
    }

    private Recording recorded(String id, long viewing, int daysAgo) throws IOException {
        return insert(id, viewing, daysAgo, State.COMPLETE);
    }

    private Recording insert(String id, long viewing, int daysAgo, State state) throws IOException {
        String file = "day/" + id + ".mp4";
        database.client()
                .sql(
                        "INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, state, bytes, length_ms)"
                                + " VALUES (?, ?, 1, 'Front door', ?, ?, ?, ?, ?, 10000)")
                .params(
                        id,
                        viewing,
                        folder.toString(),
                        file,
                        NOW.minus(Duration.ofDays(daysAgo)).toEpochMilli(),
                        state.name(),
                        SIZE)
                .update();
        Files.createDirectories(folder.resolve(file).getParent());
        Files.write(folder.resolve(file), new byte[SIZE]);
        return rows.find(id).orElseThrow();
    }
}
