package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.recording.Recording.State;
import org.porchlight.settings.HouseSettings;
import org.porchlight.testing.TestDatabase;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class RecordingLibraryTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");
    private static final String CONTENT = "0123456789";

    @TempDir
    Path temp;

    private final List<Object> events = new CopyOnWriteArrayList<>();
    private Path folder;
    private TestDatabase database;
    private RecordingRows rows;
    private FilePresence presence;
    private RecordingLibrary library;
    private MockMvc browser;

    @BeforeEach
    void build() throws Exception {
        folder = Files.createDirectory(temp.resolve("recordings"));
        database = new TestDatabase(temp).withViewing(1, "Ana");
        rows = new RecordingRows(database.client());
        presence = new FilePresence(rows, events::add);
        DiskMarker disk = new DiskMarker(database.client());
        disk.mark(folder);
        library = new RecordingLibrary(
                rows,
                new RecordingRemoval(
                        rows,
                        new RecordingFolder(mock(HouseSettings.class), rows, disk),
                        mock(Thumbnails.class),
                        database.transaction(),
                        events::add),
                presence,
                events::add);
        browser = MockMvcBuilders.standaloneSetup(
                        new RecordingController(library, event -> {}, ZoneId.of("Europe/Berlin")))
                .build();
    }

    @AfterEach
    void close() {
        presence.end();
        database.close();
    }

    @Test
    void aRecordingIsServedWhole() throws Exception {
        Recording recording = complete();
        browser.perform(get("/recordings/" + recording.id() + ".mp4"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "video/mp4"))
                .andExpect(header().string("Accept-Ranges", "bytes"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "no-store, private"))
                .andExpect(header().longValue("Content-Length", 10))
                .andExpect(content().string(CONTENT));
        browser.perform(head("/recordings/" + recording.id() + ".mp4"))
                .andExpect(status().isOk())
                .andExpect(header().longValue("Content-Length", 10));
    }

    @Test
    void aPlayerSeeksByRanges() throws Exception {
        Recording recording = complete();
        browser.perform(get("/recordings/" + recording.id() + ".mp4").header("Range", "bytes=0-"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string("Content-Range", "bytes 0-9/10"));
        browser.perform(get("/recordings/" + recording.id() + ".mp4").header("Range", "bytes=4-6"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string("Content-Range", "bytes 4-6/10"))
                .andExpect(content().string("456"));
        browser.perform(get("/recordings/" + recording.id() + ".mp4").header("Range", "bytes=-2"))
                .andExpect(content().string("89"));
        browser.perform(get("/recordings/" + recording.id() + ".mp4").header("Range", "bytes=10-"))
                .andExpect(status().isRequestedRangeNotSatisfiable());
    }

    @Test
    void aDownloadHasANameForPeople() throws Exception {
        Recording recording = complete();
        browser.perform(get("/recordings/" + recording.id() + ".mp4?download"))
                .andExpect(status().isOk())
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Disposition"))
                        .startsWith("attachment;")
                        .contains("Front door 2026-11-22 18.40.12.mp4"));
    }

    @Test
    void aFileNameHasNothingThatAFileSystemWouldNotTake() {
        assertThat(nameFor("Front door")).isEqualTo("Front door 2026-11-22 18.40.12.mp4");
        assertThat(nameFor("../../etc/passwd\"\r\n<b>")).isEqualTo("etc passwd b 2026-11-22 18.40.12.mp4");
        assertThat(nameFor("Haustür")).isEqualTo("Haustür 2026-11-22 18.40.12.mp4");
        assertThat(nameFor("::")).isEqualTo("Recording 2026-11-22 18.40.12.mp4");
        assertThat(nameFor("x".repeat(300))).hasSizeLessThan(100);
        assertThat(nameFor("🏠".repeat(3) + "é".repeat(300)))
                .doesNotContain("?")
                .hasSizeLessThan(100);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : List.of(
                "/recordings/" + UUID.randomUUID() + ".mp4",
                "/recordings/none.mp4",
                "/recordings/",
                "/recordings/..%2f..%2fporchlight.db.mp4",
                "/recordings/2026-11-22/" + complete().id() + ".mp4")) {
            browser.perform(get(java.net.URI.create(path)))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(""));
        }
    }

    @Test
    void aRecordingThatIsNotFinishedIsNotServed() throws Exception {
        for (State state : List.of(State.RECORDING, State.FAILED, State.DELETING)) {
            Recording recording = insert(state, null);
            browser.perform(get("/recordings/" + recording.id() + ".mp4")).andExpect(status().isNotFound());
        }
    }

    @Test
    void aRowThatPointsOutsideItsFolderIsNeitherServedNorDeleted() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret.mp4"), "secret");
        for (String way : List.of("../secret.mp4", secret.toString(), "a/../../secret.mp4", "")) {
            Recording recording = insert(State.COMPLETE, way);
            browser.perform(get("/recordings/" + recording.id() + ".mp4")).andExpect(status().isNotFound());
        }
        assertThatThrownBy(() -> library.deleteOf(1)).isInstanceOf(CannotDelete.class);
        assertThat(secret).exists();
    }

    @Test
    void aSymbolicLinkIsNeitherServedNorDeleted() throws Exception {
        Path secret = Files.createDirectory(temp.resolve("elsewhere"));
        Files.writeString(secret.resolve("secret.mp4"), "secret");
        Files.createSymbolicLink(folder.resolve("link.mp4"), secret.resolve("secret.mp4"));
        Files.createSymbolicLink(folder.resolve("day"), secret);
        for (String way : List.of("link.mp4", "day/secret.mp4")) {
            Recording recording = insert(State.COMPLETE, way);
            browser.perform(get("/recordings/" + recording.id() + ".mp4")).andExpect(status().isNotFound());
        }
        assertThatThrownBy(() -> library.deleteOf(1)).isInstanceOf(CannotDelete.class);
        assertThat(secret.resolve("secret.mp4")).exists();
    }

    @Test
    void whatIsInTheTrashIsNotServedUntilItIsTakenBack() throws Exception {
        Recording recording = complete();
        library.trash(1, EVENING);
        for (String way : List.of(".mp4", ".mp4?download")) {
            browser.perform(get("/recordings/" + recording.id() + way)).andExpect(status().isNotFound());
        }
        library.takeBack(1);
        browser.perform(get("/recordings/" + recording.id() + ".mp4")).andExpect(status().isOk());
    }

    @Test
    void deletingRemovesFileAndRow() throws Exception {
        Recording recording = complete();
        library.deleteOf(1);
        assertThat(folder.resolve(recording.file())).doesNotExist();
        assertThat(rows.find(recording.id())).isEmpty();
        assertThat(events).containsExactly(new RecordingChanged(1));
    }

    @Test
    void aRecordingThatLostItsFileCanBeDeleted() throws Exception {
        Recording recording = complete();
        Files.delete(folder.resolve(recording.file()));
        library.deleteOf(1);
        assertThat(rows.find(recording.id())).isEmpty();
    }

    @Test
    void whatIsStillWrittenIsNotDeleted() throws Exception {
        Recording done = complete();
        insert(State.RECORDING, null);
        assertThatThrownBy(() -> library.deleteOf(1))
                .hasMessage("Its recording is still being finished. Try again in a moment.");
        assertThat(rows.find(done.id())).isPresent();
    }

    @Test
    void aRecordingOnAMissingDiskStays() throws Exception {
        Recording recording = complete();
        Files.move(folder, temp.resolve("unplugged"));
        assertThatThrownBy(() -> library.deleteOf(1)).hasMessageContaining("Connect it");
        assertThat(rows.find(recording.id())).isPresent();
        Files.move(temp.resolve("unplugged"), folder);
        library.deleteOf(1);
        assertThat(rows.find(recording.id())).isEmpty();
    }

    @Test
    void aRowWithoutItsFileSaysSoAndIsNotFound() throws Exception {
        Recording recording = complete();
        assertThat(inTheLog().isPlayable()).isTrue();

        Path file = folder.resolve(recording.file());
        Files.move(file, temp.resolve("aside.mp4"));
        for (String way : List.of("", "?download")) {
            browser.perform(get("/recordings/" + recording.id() + ".mp4" + way)).andExpect(status().isNotFound());
        }
        await().untilAsserted(() -> assertThat(events).contains(new RecordingChanged(1)));
        assertThat(inTheLog().isPlayable()).isFalse();
        assertThat(inTheLog().problem()).hasToString("The file is gone.");
        assertThat(rows.find(recording.id()).orElseThrow().state())
                .as("it may come back")
                .isEqualTo(State.COMPLETE);

        Files.move(temp.resolve("aside.mp4"), file);
        await().untilAsserted(() -> assertThat(inTheLog().isPlayable()).isTrue());
    }

    private Recording inTheLog() {
        return library.of(List.of(1L)).getOrDefault(1L, List.of()).getFirst();
    }

    private Recording complete() throws Exception {
        return insert(State.COMPLETE, null);
    }

    private Recording insert(State state, @org.jspecify.annotations.Nullable String way) throws Exception {
        String id = UUID.randomUUID().toString();
        String file = way == null ? "2026-11-22/" + id + ".mp4" : way;
        Recording recording = recording(id, "Front door", file, state);
        rows.insert(recording);
        if (way == null) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), CONTENT);
        }
        return recording;
    }

    private Recording recording(String id, String camera, String file, State state) {
        return new Recording(
                id, 1, 1, camera, folder, file, EVENING, null, Duration.ZERO, 0, 0, state, null, null, false, null);
    }

    private String nameFor(String camera) {
        return FileNames.of(recording("x", camera, "x", State.COMPLETE), ZoneId.of("Europe/Berlin"));
    }
}
