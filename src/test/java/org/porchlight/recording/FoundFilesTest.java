package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.recording.Recording.State;
import org.porchlight.settings.HouseSettings;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;
import org.porchlight.testing.TestSettings;
import org.springframework.dao.DataAccessException;

class FoundFilesTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    @TempDir
    Path temp;

    private final FakeEngine engine = new FakeEngine();
    private final HandClock clock = new HandClock(EVENING.plus(Duration.ofDays(1)));
    private final HouseSettings settings = mock(HouseSettings.class);
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private Consumer<Object> listener = event -> {};
    private Path folder;
    private TestDatabase database;
    private RecordingRows rows;
    private FoundFiles found;

    @BeforeEach
    void build() throws IOException {
        folder = Files.createDirectory(temp.resolve("recordings"));
        database = new TestDatabase(temp).withViewing(1, "Ana");
        rows = new RecordingRows(database.client());
        when(settings.current()).thenReturn(TestSettings.in(folder));
        found = new FoundFiles(
                new FoundFileSearch(
                        rows, engine, new RecordingFolder(settings, rows, new DiskMarker(database.client())), clock),
                rows,
                database.transaction(),
                event -> {
                    events.add(event);
                    listener.accept(event);
                },
                ZoneId.of("Europe/Berlin"));
    }

    @AfterEach
    void close() {
        found.end();
        database.close();
    }

    @Test
    void aFileThatNoRowKnowsIsFoundWithItsDateLengthAndSize() throws IOException {
        file("door.mp4");
        known(file("2026-11-22/" + UUID.randomUUID() + ".mp4"));

        assertThat(look().files())
                .containsExactly(new FoundFile(folder, "door.mp4", EVENING, Duration.ofSeconds(7), 9));
        assertThat(look().files().getFirst().begin()).isEqualTo(EVENING.minusSeconds(7));
    }

    @Test
    void foldersOfBeforeAreLookedThroughToo() throws IOException {
        Path before = Files.createDirectory(temp.resolve("before"));
        rows.insert(recording(before, "2026-11-20/a.mp4"));
        file(before, "2026-11-20/a.mp4");
        file(before, "2026-11-20/lost.mp4");

        assertThat(look().files()).extracting(FoundFile::folder).containsExactly(before);
    }

    @Test
    void whatIsNoRecordingIsNotOffered() throws IOException {
        file("notes.txt");
        file(".porchlight-copy.mp4");
        file(".hidden/door.mp4");
        file("a/b/too-deep.mp4");
        Files.createDirectories(folder.resolve("folder.mp4"));
        assertThat(look().files()).isEmpty();

        file("not-a-film.mp4");
        engine.measured = null;
        FoundNow now = look();
        assertThat(now.files()).isEmpty();
        assertThat(now.unreadable()).isEqualTo(1);
    }

    @Test
    void whatIsStillBeingWrittenIsOfferedLater() throws IOException {
        Path file = file("copying.mp4");
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(1)));
        assertThat(look().files()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(look().files()).hasSize(1);
    }

    @Test
    void symbolicLinksAreNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        file(elsewhere, "secret.mp4");
        Files.createSymbolicLink(folder.resolve("link.mp4"), elsewhere.resolve("secret.mp4"));
        Files.createSymbolicLink(folder.resolve("day"), elsewhere);
        assertThat(look().files()).isEmpty();

        for (String way : List.of("link.mp4", "day/secret.mp4", "../elsewhere/secret.mp4")) {
            FoundFile made = new FoundFile(folder, way, EVENING, Duration.ofSeconds(7), 9);
            assertThatThrownBy(() -> found.delete(made)).isInstanceOf(FoundFileTrouble.class);
            assertThatThrownBy(() -> found.adopt(made, "", () -> 1)).isInstanceOf(FoundFileTrouble.class);
        }
        assertThat(elsewhere.resolve("secret.mp4")).exists();
    }

    @Test
    void aFolderThatIsALinkItselfIsLookedThrough() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
        when(settings.current()).thenReturn(TestSettings.in(link));
        file("door.mp4");
        assertThat(look().files()).extracting(FoundFile::folder).containsExactly(link);
    }

    @Test
    void whatTheLogKnowsByAnotherNameOfTheFolderIsNotFound() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
        known(file("2026-11-22/in-the-log.mp4"));
        file("door.mp4");
        when(settings.current()).thenReturn(TestSettings.in(link));
        assertThat(look().files())
                .extracting(FoundFile::folder, FoundFile::file)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(link, "door.mp4"));
    }

    @Test
    void anAdoptedFileIsARecordingAndNotFoundAgain() throws Exception {
        file("from the old computer.mp4");
        found.adopt(look().files().getFirst(), "Unknown camera", () -> 1);

        Recording recording = rows.of(List.of(1L)).getFirst();
        assertThat(recording.state()).isEqualTo(State.COMPLETE);
        assertThat(recording.file()).isEqualTo("2026-11-22/" + recording.id() + ".mp4");
        assertThat(recording.begin()).isEqualTo(EVENING.minusSeconds(7));
        assertThat(recording.length()).isEqualTo(Duration.ofSeconds(7));
        assertThat(recording.bytes()).isEqualTo(9);
        assertThat(RecordingFolder.locate(recording)).hasContent("a picture");
        assertThat(found.now().files()).isEmpty();
        assertThat(look().files()).isEmpty();
    }

    @Test
    void aRecordingOfALogThatWasLostGetsItsIdBack() throws Exception {
        String id = UUID.randomUUID().toString();
        file("2026-11-21/" + id + ".mp4");
        found.adopt(look().files().getFirst(), "Unknown camera", () -> 1);
        assertThat(rows.find(id)).map(Recording::file).contains("2026-11-21/" + id + ".mp4");
    }

    @Test
    void aCopyOfARecordingGetsAnIdOfItsOwn() throws Exception {
        String id = UUID.randomUUID().toString();
        known(file("2026-11-22/" + id + ".mp4"));
        file("2026-11-21/" + id + ".mp4");
        found.adopt(look().files().getFirst(), "Unknown camera", () -> 1);
        assertThat(rows.of(List.of(1L))).hasSize(2).extracting(Recording::id).doesNotHaveDuplicates();
    }

    @Test
    void whatSomebodyElseDealtWithMeanwhileIsToldInASentence() throws Exception {
        file("door.mp4");
        FoundFile door = look().files().getFirst();
        found.delete(door);
        assertThat(folder.resolve("door.mp4")).doesNotExist();
        assertThat(events).contains(new FoundFileDeleted(door));

        assertThatThrownBy(() -> found.delete(door)).hasMessageStartingWith("The file is gone.");
        assertThatThrownBy(() -> found.adopt(door, "", () -> 1)).hasMessageStartingWith("The file is gone.");

        known(file("door.mp4"));
        assertThatThrownBy(() -> found.delete(door)).hasMessage("The file is in the log by now.");
        assertThat(folder.resolve("door.mp4")).exists();
    }

    @Test
    void whoWaitsForAFileToBeDealtWithDoesNotHoldTheDatabase() throws Exception {
        file("door.mp4");
        file("garden.mp4");
        List<FoundFile> both = look().files();
        FutureTask<Long> adopted = new FutureTask<>(() -> found.adopt(both.getLast(), "Unknown camera", () -> 1));
        Thread adopting = new Thread(adopted, "adopting");
        listener = event -> {
            if (event instanceof FoundFileDeleted) {
                adopting.start();
                await().until(() -> adopting.getState() == Thread.State.BLOCKED);
                assertThat(rows.find("asked while the other waits")).isEmpty();
            }
        };
        found.delete(both.getFirst());
        assertThat(adopted.get(10, TimeUnit.SECONDS)).isOne();
    }

    @Test
    void aFileWhoseRowsCannotBeWrittenIsFoundAgain() throws Exception {
        file("door.mp4");
        FoundFile door = look().files().getFirst();
        assertThatThrownBy(() -> found.adopt(door, "Unknown camera", () -> 4711))
                .isInstanceOf(DataAccessException.class);
        assertThat(look().files()).hasSize(1);
    }

    @Test
    void aFolderThatIsNotThereHasNothingToFind() throws IOException {
        Files.delete(folder);
        assertThat(look().files()).isEmpty();
        assertThat(folder).doesNotExist();
    }

    private FoundNow look() {
        found.lookAgain();
        return await().until(found::now, now -> !now.looking());
    }

    private Path file(String way) throws IOException {
        return file(folder, way);
    }

    private static Path file(Path folder, String way) throws IOException {
        Path file = folder.resolve(way);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "a picture");
        return Files.setLastModifiedTime(file, FileTime.from(EVENING));
    }

    private void known(Path file) {
        rows.insert(recording(folder, folder.relativize(file).toString()));
    }

    private static Recording recording(Path folder, String way) {
        return new Recording(
                UUID.nameUUIDFromBytes(way.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString(),
                1,
                1,
                "Front door",
                folder,
                way,
                EVENING,
                null,
                Duration.ZERO,
                0,
                0,
                State.COMPLETE,
                null,
                null,
                false,
                null);
    }
}
