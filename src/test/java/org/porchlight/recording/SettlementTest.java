package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.recording.Recording.State;
import org.porchlight.settings.HouseSettings;
import org.porchlight.testing.TestDatabase;

class SettlementTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    @TempDir
    Path temp;

    private final FakeEngine engine = new FakeEngine();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private TestDatabase database;
    private RecordingRows rows;
    private DiskMarker disks;
    private RecordingFolder folder;
    private MissingFiles missingFiles;
    private Settlement settlement;

    @BeforeEach
    void build() {
        database = new TestDatabase(temp).withViewing(1, "Ana");
        rows = new RecordingRows(database.client());
        disks = new DiskMarker(database.client());
        folder = new RecordingFolder(mock(HouseSettings.class), rows, disks);
        missingFiles = new MissingFiles(rows, folder, events::add);
        settlement = new Settlement(rows, engine, folder, mock(Recorders.class), events::add);
    }

    @AfterEach
    void close() throws InterruptedException {
        settlement.end();
        database.close();
    }

    @Test
    void aRecordingThatWasCutOffGetsItsTrueLength() throws Exception {
        Recording recording = insert(temp, State.RECORDING, "what was written");
        rows.started(recording.id(), EVENING);
        settlement.begin();

        Recording settled = awaitState(recording, State.RECOVERED);
        assertThat(settled.length()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settled.bytes()).isEqualTo("what was written".length());
        assertThat(settled.startedAt()).isEqualTo(EVENING);
        assertThat(settled.ended()).isEqualTo(RecordingEnd.SERVER_STOPPED);
        await().untilAsserted(() -> assertThat(events).contains(new RecordingChanged(1)));
    }

    @Test
    void aRecordingWithoutAFileHasFailed() throws Exception {
        Recording recording = insert(temp, State.RECORDING, null);
        settlement.begin();
        Recording settled = awaitState(recording, State.FAILED);
        assertThat(settled.problem()).asString().contains("The server stopped while it was recorded.");
    }

    @Test
    void aRecordingWhoseDiskIsMissingWaitsForIt() throws Exception {
        Path disk = temp.resolve("disk");
        Recording recording = insert(disk, State.RECORDING, null);
        settlement.begin();
        await().untilAsserted(() -> assertThat(events).contains(new RecordingChanged(1)));
        Recording waiting = rows.find(recording.id()).orElseThrow();
        assertThat(waiting.state()).isEqualTo(State.RECORDING);
        assertThat(waiting.problem()).asString().contains("is not there");

        Files.createDirectories(disk.resolve(recording.file()).getParent());
        Files.writeString(disk.resolve(recording.file()), "it was on the disk");
        settlement.begin();
        awaitState(recording, State.RECOVERED);
    }

    @Test
    void aRecordingWhoseFileIsMissingSaysSoUntilItIsBack() throws Exception {
        disks.mark(temp);
        Recording recording = insert(temp, State.COMPLETE, "all of it");
        Path file = temp.resolve(recording.file());
        Path elsewhere = temp.resolve("elsewhere.mp4");
        Files.move(file, elsewhere);
        lookForFiles();
        Recording missing = awaitState(recording, State.FAILED);
        assertThat(missing.problem()).asString().startsWith("Its file is missing");
        assertThat(missing.bytes()).isZero();
        assertThat(events).contains(new RecordingChanged(1));

        Files.move(elsewhere, file);
        lookForFiles();
        Recording back = awaitState(recording, State.COMPLETE);
        assertThat(back.problem()).isNull();
        assertThat(back.bytes()).isEqualTo("all of it".length());
    }

    @Test
    void whileADiskIsAwayNoFileOfItIsCalledMissing() throws Exception {
        disks.mark(temp);
        Recording away = insert(temp.resolve("disk"), State.COMPLETE, null);
        Recording missing = insert(temp, State.COMPLETE, null);
        lookForFiles();
        awaitState(missing, State.FAILED);
        assertThat(rows.find(away.id()).orElseThrow().state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void beneathADiskThatIsMountedLaterNoFileIsCalledMissing() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        disks.mark(disk);
        Recording away = insert(disk, State.COMPLETE, "on the disk");
        Recording lost = insert(disk, State.COMPLETE, null);
        Path mounted = temp.resolve("mounted");
        Files.move(disk, mounted);
        Files.createDirectory(disk); // the mount point
        lookForFiles();
        assertThat(rows.find(away.id())).contains(away);
        assertThat(rows.find(lost.id())).contains(lost);

        Files.delete(disk);
        Files.move(mounted, disk);
        missingFiles.on(new RoomChanged(null));
        awaitState(lost, State.FAILED);
        missingFiles.awaitLooked();
        assertThat(rows.find(away.id())).contains(away);
    }

    @Test
    void aClockThatIsSetMovesWhatIsBeingWrittenAndNothingElse() throws Exception {
        Recording running = insert(temp, State.RECORDING, null);
        Recording complete = insert(temp, State.COMPLETE, null);
        rows.started(running.id(), EVENING.plusSeconds(1));
        rows.moveRunning(List.of(1L), Duration.ofHours(-1));
        Recording moved = rows.find(running.id()).orElseThrow();
        assertThat(moved.askedAt()).isEqualTo(EVENING.minusSeconds(3600));
        assertThat(moved.startedAt()).isEqualTo(EVENING.minusSeconds(3599));
        assertThat(rows.find(complete.id()).orElseThrow().askedAt()).isEqualTo(EVENING);
    }

    @Test
    void whatWasCutOffIsFoundWithoutReadingEveryRecording() {
        for (String state : List.of("RECORDING", "DELETING")) {
            List<String> plan = database.client()
                    .sql("EXPLAIN QUERY PLAN SELECT * FROM recording WHERE state = '" + state + "'")
                    .query((row, number) -> row.getString("detail"))
                    .list();
            assertThat(plan).singleElement().asString().contains("INDEX recording_unfinished");
        }
    }

    private void lookForFiles() throws InterruptedException {
        missingFiles.begin();
        missingFiles.awaitLooked();
    }

    private Recording insert(Path folder, State state, @Nullable String content) throws Exception {
        String id = UUID.randomUUID().toString();
        Recording recording = new Recording(
                id,
                1,
                1,
                "Front door",
                folder,
                "2026-11-22/" + id + ".mp4",
                EVENING,
                null,
                Duration.ZERO,
                0,
                0,
                state,
                null,
                null,
                false,
                null);
        rows.insert(recording);
        if (content != null) {
            Files.createDirectories(folder.resolve(recording.file()).getParent());
            Files.writeString(folder.resolve(recording.file()), content);
        }
        return recording;
    }

    private Recording awaitState(Recording recording, State state) {
        return await().until(() -> rows.find(recording.id()).orElseThrow(), found -> found.state() == state);
    }
}
