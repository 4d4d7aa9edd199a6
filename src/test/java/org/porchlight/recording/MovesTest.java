package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.media.Sentence;
import org.porchlight.recording.FileMove.Step;
import org.porchlight.recording.MoveDecided.What;
import org.porchlight.recording.MoveNow.State;
import org.porchlight.recording.MoveRows.OnItsWay;
import org.porchlight.settings.HouseSettings;
import org.porchlight.testing.TestDatabase;
import org.porchlight.testing.TestSettings;

class MovesTest {

    @TempDir
    Path temp;

    private final HouseSettings settings = mock(HouseSettings.class);
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private TestDatabase database;
    private RecordingRows rows;
    private MoveRows moveRows;
    private Shelf shelf;
    private Path old;
    private Path disk;
    private Moves moves;

    /** Files pass one by one, as this allows. */
    private final Semaphore files = new Semaphore(Integer.MAX_VALUE / 2);

    @BeforeEach
    void build() throws IOException {
        database = new TestDatabase(temp);
        rows = new RecordingRows(database.client());
        moveRows = new MoveRows(database.client());
        shelf = new Shelf(database.client());
        old = Files.createDirectory(temp.resolve("old"));
        disk = Files.createDirectory(temp.resolve("disk"));
        when(settings.current()).thenReturn(TestSettings.in(disk));
        moves = newMoves();
        moves.start();
    }

    @AfterEach
    void close() {
        files.release(1000);
        moves.stop();
        database.close();
    }

    @Test
    void everythingIsMovedToTheFolderInForce() throws Exception {
        Path older = Files.createDirectory(temp.resolve("older"));
        shelf.put(old, "2026-11-21", "one");
        shelf.put(old, "2026-11-22", "two");
        shelf.put(older, "2026-11-20", "three");
        Recording there = shelf.put(disk, "2026-11-22", "four");
        assertThat(moves.now()).isEqualTo(new MoveNow(State.NONE, disk, 0, 3, 11, null));

        moves.begin();

        awaitState(State.NONE);
        assertThat(moves.now()).isEqualTo(new MoveNow(State.NONE, disk, 0, 0, 0, null));
        assertThat(recordings())
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.folder()).isEqualTo(disk))
                .allSatisfy(one -> assertThat(RecordingFolder.locate(one)).exists());
        assertThat(RecordingFolder.locate(there)).hasContent("four");
        assertThat(old).isEmptyDirectory();
        assertThat(events).contains(new MoveDecided(What.BEGUN, disk));
    }

    @Test
    void theSnapshotsBesideThemAreMovedToo() throws Exception {
        SnapshotRows pictures = new SnapshotRows(database.client());
        Snapshot picture = new Snapshot("a", 1, old, "2026-11-22/a.jpg", Shelf.EVENING, 6);
        pictures.insert(picture);
        Files.createDirectory(old.resolve("2026-11-22"));
        Files.writeString(old.resolve(picture.file()), "parcel");
        assertThat(moves.now().left()).as("while it is being written").isZero();
        pictures.kept("a");
        assertThat(moves.now()).isEqualTo(new MoveNow(State.NONE, disk, 0, 1, 6, null));

        moves.begin();

        awaitState(State.NONE);
        assertThat(pictures.find("a").orElseThrow().folder()).isEqualTo(disk);
        assertThat(disk.resolve(picture.file())).hasContent("parcel");
        assertThat(old).isEmptyDirectory();
    }

    @Test
    void aPauseHoldsItUntilSomebodyHasItGoOn() throws Exception {
        three();
        files.drainPermits();
        moves.begin();
        files.release(1);
        await().until(() -> moves.now().moved() == 1);

        moves.pause();
        files.release(10);
        awaitState(State.PAUSED);
        await().until(() -> moveRows.onItsWay().isEmpty());
        assertThat(moves.now().left()).isEqualTo(2);
        everythingCanBeWatched();

        moves.begin();
        awaitState(State.NONE);
        assertThat(moves.now().left()).isZero();
        everythingCanBeWatched();
        assertThat(events)
                .filteredOn(MoveDecided.class::isInstance)
                .extracting(event -> ((MoveDecided) event).what())
                .containsExactly(What.BEGUN, What.PAUSED, What.GOES_ON);
    }

    @Test
    void whatIsLeftWhenItIsStoppedStaysAndCanBeWatched() throws Exception {
        three();
        files.drainPermits();
        moves.begin();
        files.release(1);
        await().until(() -> moves.now().moved() == 1);

        moves.end();
        files.release(10);

        awaitState(State.NONE);
        await().until(() -> moveRows.onItsWay().isEmpty());
        assertThat(moves.now().left()).isEqualTo(2);
        everythingCanBeWatched();
    }

    @Test
    void itGoesOnAfterARestart() throws Exception {
        three();
        files.drainPermits();
        moves.begin();
        files.release(1);
        await().until(() -> moves.now().moved() == 1);
        files.release(1000);
        moves.stop();
        moves = newMoves();
        moves.start();

        awaitState(State.NONE);
        assertThat(moves.now().left()).isZero();
        everythingCanBeWatched();
    }

    @Test
    void aPausedOneStaysPausedAfterARestart() throws Exception {
        three();
        files.drainPermits();
        moves.begin();
        moves.pause();
        files.release(1000);
        moves.stop();
        moves = newMoves();
        moves.start();
        assertThat(moves.now().state()).isEqualTo(State.PAUSED);
        everythingCanBeWatched();
    }

    @Test
    void aRecordingThatRunsIsMovedWhenItIsFinished() throws Exception {
        three();
        Recording running = shelf.running(old, "2026-11-22");
        moves.begin();
        awaitState(State.WAITING);
        assertThat(moves.now().left()).isZero();

        finish(running);

        awaitState(State.NONE);
        assertThat(disk.resolve(running.file())).hasContent("what was seen");
    }

    @Test
    void aRecordingThatIsFinishedWhereItHasBeenAlreadyIsMovedToo() throws Exception {
        shelf.put(old, "2026-11-22", "one");
        Recording running = shelf.running(old, "2026-11-21");
        files.drainPermits();
        moves.begin();
        await().until(() -> moveRows.onItsWay().isPresent());

        finish(running);
        files.release(1000);

        awaitState(State.NONE);
        assertThat(disk.resolve(running.file())).hasContent("what was seen");
    }

    @Test
    void aRecordingThatWaitsForItsDiskHoldsNothingUp() throws Exception {
        three();
        Recording cutOff = shelf.running(temp.resolve("unplugged"), "2026-11-22");
        rows.waitsForItsDisk(cutOff.id(), RecordingEnd.NO_ROOM, Sentence.of("disk.gone"));
        moves.begin();
        awaitState(State.NONE);
        assertThat(moves.now().left()).isZero();
    }

    @Test
    void aDiskThatIsNotThereKeepsItsRecordings() throws Exception {
        three();
        Files.move(old, temp.resolve("unplugged"));
        moves.begin();
        awaitState(State.NONE);
        assertThat(moves.now().problem()).asString().startsWith("The disk with " + old + " is not there");
        assertThat(moves.now().left()).isEqualTo(3);

        Files.move(temp.resolve("unplugged"), old);
        moves.begin();
        await().until(() -> moves.now().left() == 0);
        everythingCanBeWatched();
    }

    @Test
    void aNewFolderThatVanishesPausesIt() throws Exception {
        three();
        shelf.put(disk, "2026-11-22", "known there");
        files.drainPermits();
        moves.begin();
        files.release(1);
        await().until(() -> moves.now().moved() == 1);
        Files.move(disk, temp.resolve("unplugged"));
        files.release(1000);

        awaitState(State.PAUSED);
        assertThat(moves.now().problem()).isNotNull();
        assertThat(disk).as("made anew it would lie on the disk beneath").doesNotExist();

        Files.move(temp.resolve("unplugged"), disk);
        moves.begin();
        awaitState(State.NONE);
        everythingCanBeWatched();
    }

    @Test
    void anotherFolderMeanwhileIsWhereTheRestGoes() throws Exception {
        three();
        files.drainPermits();
        moves.begin();
        files.release(1);
        await().until(() -> moves.now().moved() == 1);
        Path other = Files.createDirectory(temp.resolve("other"));
        when(settings.current()).thenReturn(TestSettings.in(other));
        files.release(1000);

        awaitState(State.NONE);
        assertThat(recordings()).allSatisfy(one -> assertThat(one.folder()).isEqualTo(other));
        everythingCanBeWatched();
    }

    @Test
    void aFileThatIsGoneHoldsNothingUp() throws Exception {
        three();
        Files.delete(RecordingFolder.locate(recordings().getFirst()));
        moves.begin();
        awaitState(State.NONE);
        assertThat(moves.now().left()).isEqualTo(1);
        assertThat(moves.now().problem()).hasToString("Some recordings are not moved: their files are gone.");
    }

    private void three() throws IOException {
        for (String content : List.of("one", "two", "three")) {
            shelf.put(old, "2026-11-22", content);
        }
    }

    private void finish(Recording running) throws IOException {
        Path file = old.resolve(running.file());
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "what was seen");
        rows.finished(
                running.id(), Recording.State.COMPLETE, RecordingEnd.STOPPED, null, Duration.ofSeconds(1), 13, 0, null);
        moves.on(new RecordingChanged(1));
    }

    private Moves newMoves() {
        FileMove slow = new FileMove(moveRows) {
            @Override
            void move(OnItsWay file, Steps steps) throws IOException {
                super.move(file, step -> {
                    if (step == Step.COPIED) {
                        files.acquireUninterruptibly();
                    }
                    steps.done(step);
                });
            }
        };
        RoomMeter meter = mock(RoomMeter.class);
        when(meter.measure()).thenReturn(new Room(disk, 0, 0, 0, 0, null, 0, 0, 0));
        RecordingFolder folder = new RecordingFolder(settings, rows, new DiskMarker(database.client()));
        MoveRun run = new MoveRun(moveRows, rows, slow, folder, meter);
        return new Moves(moveRows, run, folder, events::add);
    }

    private List<Recording> recordings() {
        return rows.of(List.of(1L));
    }

    private void everythingCanBeWatched() {
        assertThat(recordings())
                .allSatisfy(one -> assertThat(RecordingFolder.locate(one)).isRegularFile());
    }

    private void awaitState(State state) {
        await().untilAsserted(() -> assertThat(moves.now().state()).isEqualTo(state));
    }
}
