package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SnapshotsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T17:40:12Z");
    private static final byte[] PARCEL = {(byte) 0xff, (byte) 0xd8, 'p'};

    @TempDir
    Path temp;

    private final HouseSettings settings = mock(HouseSettings.class);
    private final List<Object> events = new ArrayList<>();
    private Path folder;
    private TestDatabase database;
    private SnapshotRows rows;
    private Snapshots snapshots;
    private SnapshotRounds rounds;
    private MockMvc browser;
    private boolean clockIsTrusted = true;

    @BeforeEach
    void build() {
        folder = temp.resolve("recordings");
        database = new TestDatabase(temp).withViewing(1, "Ana").withViewing(2, "Ben");
        when(settings.current()).thenReturn(new Settings(30, folder, false, 5, new RoomLimits(30, 0, null, 7)));
        rows = new SnapshotRows(database.client());
        RecordingFolder recordings =
                new RecordingFolder(settings, new RecordingRows(database.client()), new DiskMarker(database.client()));
        SnapshotFiles files = new SnapshotFiles(rows, recordings, ZoneOffset.UTC);
        snapshots = new Snapshots(rows, files, events::add);
        rounds = new SnapshotRounds(rows, files, settings, () -> clockIsTrusted, new HandClock(NOW));
        browser = MockMvcBuilders.standaloneSetup(new SnapshotController(snapshots))
                .build();
    }

    @AfterEach
    void close() {
        rounds.stop();
        database.close();
    }

    @Test
    void aPictureIsKeptBesideItsViewing() throws Exception {
        Snapshot kept = snapshots.keep(1, PARCEL, NOW);

        assertThat(snapshots.of(List.of(1L, 2L))).containsOnlyKeys(1L).containsEntry(1L, List.of(kept));
        assertThat(pictures()).containsExactly(folder.resolve("2026-11-22").resolve(kept.id() + ".jpg"));
        browser.perform(get("/" + kept.address()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(content().bytes(PARCEL));
        assertThat(events).containsExactly(new SnapshotKept(1));
    }

    @Test
    void whatIsInTheTrashIsNotShown() throws Exception {
        Snapshot kept = snapshots.keep(1, PARCEL, NOW);
        sql("UPDATE viewing SET trashed_at = 1 WHERE id = 1");
        browser.perform(get("/" + kept.address())).andExpect(status().isNotFound());

        sql("UPDATE viewing SET trashed_at = NULL WHERE id = 1");
        browser.perform(get("/" + kept.address())).andExpect(status().isOk());
    }

    @Test
    void nothingElseIsServed() throws Exception {
        snapshots.keep(1, PARCEL, NOW);
        for (String address : List.of("/snapshots/", "/snapshots/00000000-0000-0000-0000-000000000000.jpg")) {
            browser.perform(get(address)).andExpect(status().isNotFound());
        }
    }

    @Test
    void itGoesWithItsEntry() throws Exception {
        snapshots.keep(1, PARCEL, NOW);
        Snapshot bens = snapshots.keep(2, PARCEL, NOW);

        snapshots.deleteOf(1);
        assertThat(snapshots.of(List.of(1L, 2L))).containsOnlyKeys(2L);
        assertThat(pictures()).containsExactly(folder.resolve(bens.file()));
    }

    @Test
    void itGoesAlsoWhenTheEntryWentInAnotherWay() throws Exception {
        snapshots.keep(1, PARCEL, NOW);
        sql("DELETE FROM viewing WHERE id = 1");

        rounds.round();
        assertThat(pictures()).isEmpty();
        assertThat(count()).isZero();
    }

    @Test
    void whatAKilledServerLeftIsClearedUpAtTheNextStart() throws Exception {
        Snapshot half = new Snapshot("half", 1, folder, "2026-11-22/half.jpg", NOW, PARCEL.length);
        Snapshot written = new Snapshot("written", 1, folder, "2026-11-22/written.jpg", NOW, PARCEL.length);
        Snapshot kept = snapshots.keep(1, PARCEL, NOW);
        rows.insert(half);
        rows.insert(written);
        Files.write(folder.resolve(half.file() + ".unfinished"), PARCEL);
        Files.write(folder.resolve(written.file()), PARCEL);
        assertThat(snapshots.of(List.of(1L)).get(1L)).containsExactly(kept);

        rounds.start();
        assertThat(pictures()).containsExactly(folder.resolve(kept.file()));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void itGetsAsOldAsRecordingsDo() throws Exception {
        Instant longAgo = NOW.minusSeconds(31 * 86_400);
        snapshots.keep(1, PARCEL, longAgo);
        Snapshot young = snapshots.keep(1, PARCEL, NOW.minusSeconds(29 * 86_400));
        Snapshot besideWhatIsKept = snapshots.keep(2, PARCEL, longAgo);
        sql("INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, state, kept)"
                + " VALUES ('r', 2, 1, 'Front door', '', '', 1, 'COMPLETE', 1)");

        clockIsTrusted = false;
        rounds.round();
        assertThat(count()).isEqualTo(3);

        clockIsTrusted = true;
        rounds.round();
        assertThat(snapshots.of(List.of(1L, 2L)).values().stream().flatMap(List::stream))
                .containsExactlyInAnyOrder(young, besideWhatIsKept);
    }

    @Test
    void whatCannotBeWrittenIsToldAndLeavesNothing() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("2026-11-22"), "A file where the day's folder should be.");

        assertThatThrownBy(() -> snapshots.keep(1, PARCEL, NOW))
                .isInstanceOf(CannotRecord.class)
                .hasMessageStartingWith("The picture is not kept.");
        assertThat(snapshots.of(List.of(1L))).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void whereItsDiskIsAwayItIsNotForgotten() throws Exception {
        Snapshot kept = snapshots.keep(1, PARCEL, NOW);
        Path away = Files.move(folder, temp.resolve("away"));

        assertThatThrownBy(() -> snapshots.deleteOf(1)).isInstanceOf(CannotDelete.class);
        sql("DELETE FROM viewing WHERE id = 1");
        rounds.round();
        assertThat(count()).isEqualTo(1);

        Files.move(away, folder);
        rounds.round();
        assertThat(count()).isZero();
        assertThat(folder.resolve(kept.file())).doesNotExist();
    }

    private void sql(String statement) {
        database.client().sql(statement).update();
    }

    private int count() {
        return database.client()
                .sql("SELECT count(*) FROM snapshot")
                .query(Integer.class)
                .single();
    }

    private List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> file.toString().contains("jpg"))
                    .toList();
        }
    }
}
