package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.media.Mp4Recorder.Cause;
import org.porchlight.recording.Recording.State;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.settings.SettingsChanged;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;

/** A disk is a folder here: moved away and back as one that is unplugged. What real disks do is in SmallDiskTest. */
class RoomWatchTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    @TempDir
    Path temp;

    private final FakeEngine engine = new FakeEngine();
    private final HouseSettings settings = mock(HouseSettings.class);
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private Path folder;
    private Path unplugged;
    private TestDatabase database;
    private RecordingRows rows;
    private Recorders recorders;
    private RoomWatch watch;

    @BeforeEach
    void build() {
        folder = temp.resolve("mnt/recordings");
        unplugged = temp.resolve("unplugged");
        when(settings.current()).thenReturn(settings(folder));
        database = new TestDatabase(temp).withViewing(1, "Ana");
        start();
    }

    /** As after a restart: nothing is remembered but what the database and the disk hold. */
    private void start() {
        rows = new RecordingRows(database.client());
        RecordingFolder recordings = new RecordingFolder(settings, rows, new DiskMarker(database.client()));
        recorders = new Recorders(
                engine, rows, recordings, settings, this::happens, new HandClock(EVENING), ZoneOffset.UTC);
        watch = new RoomWatch(recordings, recorders, this::happens);
    }

    private void happens(Object event) {
        events.add(event);
        if (event instanceof RoomChanged changed) {
            recorders.on(changed);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewFolderIsMadeAndMarkedWithTheFirstRecordingAndNotBefore() throws Exception {
        watch.look();
        assertThat(watch.problem()).isEmpty();
        assertThat(folder).doesNotExist();

        recorders.start(1, 1);
        assertThat(folder.resolve(DiskMarker.FILE)).isRegularFile();
        assertThat(events).doesNotHaveAnyElementsOfTypes(RoomChanged.class);
    }

    @Test
    void beneathAnUnmountedDiskNothingIsWrittenUntilItIsBack() throws Exception {
        record();
        unplug();
        Files.createDirectory(folder); // the mount point
        start();

        watch.look();
        assertThat(watch.problem().map(Object::toString).orElse(""))
                .startsWith("The disk with the recordings is not at " + folder);
        assertThatThrownBy(() -> recorders.start(1, 1)).isInstanceOf(CannotRecord.class);
        assertThat(folder).isEmptyDirectory();

        Files.delete(folder);
        Files.move(unplugged, folder);
        watch.look();
        assertThat(events).filteredOn(RoomChanged.class::isInstance).last().isEqualTo(new RoomChanged(null));
        assertThat(recorders.running(1).problem())
                .hasToString("Recordings can be written again. Press Record to go on.");
        recorders.start(1, 1);
    }

    @Test
    void aDiskWithAnotherMarkerIsAnotherDisk() throws Exception {
        record();
        unplug();
        Files.createDirectory(folder);
        Files.writeString(folder.resolve(DiskMarker.FILE), "another");
        watch.look();
        assertThat(watch.isOtherDisk()).isTrue();

        watch.acceptDisk();
        assertThat(watch.problem()).isEmpty();
        assertThat(folder.resolve(DiskMarker.FILE)).hasContent("another");
        recorders.start(1, 1);
    }

    @Test
    void aFolderOfBeforeThereWereMarkersIsKnownByItsRecordings() throws Exception {
        record();
        Files.delete(folder.resolve(DiskMarker.FILE));
        database.client().sql("DELETE FROM recordings_disk").update();
        start();
        watch.look();
        assertThat(watch.problem()).isEmpty();
        record();
        assertThat(folder.resolve(DiskMarker.FILE)).isRegularFile();

        database.client().sql("DELETE FROM recordings_disk").update();
        unplug();
        Files.createDirectory(folder);
        start();
        watch.look();
        assertThat(watch.isOtherDisk()).as("none of its recordings is there").isTrue();
    }

    @Test
    void whatRunsEndsInGoodOrderWhenItsDiskIsGoneAndSaysWhy() throws Exception {
        recorders.start(1, 1);
        engine.last().firstPicture(EVENING);
        unplug();
        watch.look();
        assertThat(engine.last().stopAsked).isTrue();
        engine.last().end(Cause.STOPPED, Duration.ofSeconds(4));

        Recording row = row();
        assertThat(row.state()).isEqualTo(State.COMPLETE);
        assertThat(row.ended()).isEqualTo(RecordingEnd.NO_ROOM);
        assertThat(row.problem()).asString().contains("is not there. Connect its disk");
        assertThat(recorders.running(1).problem()).isEqualTo(row.problem());
    }

    @Test
    void aRecordingWhoseDiskWasPulledIsSettledWhenItIsBack() throws Exception {
        recorders.start(1, 1);
        engine.last().firstPicture(EVENING);
        unplug();
        engine.last().fail("The disk is gone.");
        assertThat(row().state()).as("nobody knows yet what is in it").isEqualTo(State.RECORDING);
        assertThat(row().problem()).hasToString("The disk is gone.");

        Files.move(unplugged, folder);
        RecordingFolder recordings = new RecordingFolder(settings, rows, new DiskMarker(database.client()));
        Settlement settlement = new Settlement(rows, engine, recordings, recorders, event -> {});
        settlement.on(new RoomChanged(null));
        org.awaitility.Awaitility.await().until(() -> row().state() == State.RECOVERED);
        assertThat(row().problem()).hasToString("Its disk was taken away while it was recorded.");
        settlement.end();
    }

    @Test
    void whatFailedThoughNothingSeemsWrongIsOfferedAgainButNotAtEveryLook() throws Exception {
        engine.refuses = new IOException("no space left on device");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> recorders.start(1, 1)).isInstanceOf(CannotRecord.class);
            watch.look();
        }
        assertThat(events).filteredOn(RoomChanged.class::isInstance).containsExactly(new RoomChanged(null));
    }

    @Test
    void aFolderThatAnOwnerChoosesIsMarkedAtOnce() throws Exception {
        Path other = Files.createDirectory(temp.resolve("other"));
        when(settings.current()).thenReturn(settings(other));
        watch.on(new SettingsChanged(settings(folder), settings(other)));
        assertThat(other.resolve(DiskMarker.FILE)).isRegularFile();
    }

    private void record() throws Exception {
        recorders.start(1, 1);
        engine.last().firstPicture(EVENING);
        recorders.stop(1, RecordingEnd.STOPPED);
        engine.last().end(Cause.STOPPED, Duration.ofSeconds(4));
    }

    private void unplug() throws IOException {
        Files.move(folder, unplugged);
    }

    private Recording row() {
        return rows.of(List.of(1L)).getFirst();
    }

    private static Settings settings(Path folder) {
        return new Settings(30, folder, false, 5, RoomLimits.defaults());
    }
}
