package org.porchlight.recording;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;

/** Recorders on the real database, their cameras driven by hand. */
abstract class RecordersHouse {

    static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");
    static final long ANA = 1;
    static final long BEN = 2;
    static final long DOOR = 1;

    @TempDir
    Path temp;

    final FakeEngine engine = new FakeEngine();
    final HandClock clock = new HandClock(EVENING);
    final HouseSettings settings = mock(HouseSettings.class);
    final List<Object> events = new CopyOnWriteArrayList<>();
    Path folder;
    TestDatabase database;
    RecordingRows rows;
    Recorders recorders;

    @BeforeEach
    void build() throws IOException {
        folder = Files.createDirectory(temp.resolve("recordings"));
        database = new TestDatabase(temp).withViewing(ANA, "Ana").withViewing(BEN, "Ben");
        rows = new RecordingRows(database.client());
        use(folder);
        recorders = new Recorders(
                engine,
                rows,
                new RecordingFolder(settings, rows, new DiskMarker(database.client())),
                settings,
                events::add,
                clock,
                ZoneId.of("Europe/Berlin"));
        recorders.start();
    }

    @AfterEach
    void close() {
        database.close();
    }

    List<Recording> rowsOf(long viewing) {
        return rows.of(List.of(viewing));
    }

    void use(Path recordings) {
        when(settings.current()).thenReturn(new Settings(30, recordings, false, 5, RoomLimits.defaults()));
    }
}
