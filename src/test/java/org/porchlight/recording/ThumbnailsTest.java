package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.PorchlightOptions;
import org.porchlight.testing.TestDatabase;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ThumbnailsTest {

    private static final String DAY = "2026-11-22";

    @TempDir
    Path temp;

    private final FakeEngine engine = new FakeEngine();
    private TestDatabase database;
    private RecordingRows rows;
    private Shelf shelf;
    private FilePresence presence;
    private Thumbnails thumbnails;
    private RecordingLibrary library;
    private MockMvc browser;
    private Path recordings;

    @BeforeEach
    void build() {
        recordings = temp.resolve("recordings");
        database = new TestDatabase(temp);
        shelf = new Shelf(database.client());
        rows = new RecordingRows(database.client());
        presence = new FilePresence(rows, event -> {});
        thumbnails = new Thumbnails(rows, engine, new PorchlightOptions(null, temp.resolve("data")));
        RecordingFolder folder =
                new RecordingFolder(mock(HouseSettings.class), rows, new DiskMarker(database.client()));
        library = new RecordingLibrary(
                rows,
                new RecordingRemoval(rows, folder, thumbnails, database.transaction(), event -> {}),
                presence,
                event -> {});
        browser = MockMvcBuilders.standaloneSetup(new ThumbnailController(library, thumbnails))
                .build();
    }

    @AfterEach
    void close() {
        thumbnails.close();
        presence.end();
        database.close();
    }

    @Test
    void itIsMadeOnceHoweverManyAsk() throws Exception {
        Recording recording = shelf.put(recordings, DAY, "a parcel");
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<@Nullable Void> ask = () -> {
                sees(recording, "A still of a parcel");
                return null;
            };
            for (var asked :
                    askers.invokeAll(IntStream.range(0, 20).mapToObj(i -> ask).toList())) {
                asked.get();
            }
        }
        assertThat(engine.stills).isEqualTo(1);
        assertThat(pictures()).hasSize(1);
    }

    @Test
    void itIsStillThereWhenTheDiskWithTheRecordingIsNot() throws Exception {
        Recording recording = shelf.put(recordings, DAY, "a parcel");
        sees(recording, "A still of a parcel");
        Files.delete(recordings.resolve(recording.file()));
        sees(recording, "A still of a parcel");
    }

    @Test
    void itGoesWithItsRecording() throws Exception {
        Recording recording = shelf.put(recordings, DAY, "a parcel");
        sees(recording, "A still of a parcel");
        library.deleteOf(recording.viewingId());
        assertThat(pictures()).isEmpty();
        seesNothing(recording.id());
    }

    @Test
    void oneThatIsMadeWhileItsRecordingIsDeletedGoesToo() throws Exception {
        Recording recording = shelf.put(recordings, DAY, "a parcel");
        Path file = recordings.resolve(recording.file());
        rows.deleting(recording.id());
        assertThat(thumbnails.of(recording, Optional.of(file))).isEmpty();
        assertThat(pictures()).isEmpty();
    }

    @Test
    void whatIsInTheTrashOrStillWrittenOrUnknownIsNotShown() throws Exception {
        Recording recording = shelf.put(recordings, DAY, "a parcel");
        sees(recording, "A still of a parcel");
        library.trash(recording.viewingId(), Shelf.EVENING);
        seesNothing(recording.id());
        library.takeBack(recording.viewingId());
        sees(recording, "A still of a parcel");
        seesNothing(shelf.running(recordings, DAY).id());
        seesNothing("00000000-0000-0000-0000-000000000000");
    }

    @Test
    void withoutAFileThereIsNone() throws Exception {
        Recording recording = shelf.put(recordings, DAY, "a parcel");
        Files.delete(recordings.resolve(recording.file()));
        seesNothing(recording.id());
        assertThat(engine.stills).isZero();
    }

    private void sees(Recording recording, String still) throws Exception {
        browser.perform(get("/recordings/" + recording.id() + ".jpg"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(header().string("Cache-Control", "no-store, private"))
                .andExpect(content().string(still));
    }

    private void seesNothing(String id) throws Exception {
        browser.perform(get("/recordings/" + id + ".jpg")).andExpect(status().isNotFound());
    }

    private List<Path> pictures() throws IOException {
        try (Stream<Path> all = Files.walk(temp.resolve("data"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
