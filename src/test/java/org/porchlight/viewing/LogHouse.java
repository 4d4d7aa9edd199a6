package org.porchlight.viewing;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.CurrentMember;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.Snapshots;
import org.porchlight.testing.TestDatabase;

/** The log on the real database, read by Ana. What was recorded and kept of it is for each test to say. */
abstract class LogHouse {

    static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path temp;

    final RecordingLibrary library = mock(RecordingLibrary.class);
    final Snapshots snapshots = mock(Snapshots.class);
    final CurrentMember me = mock(CurrentMember.class);
    final List<Object> events = new CopyOnWriteArrayList<>();
    TestDatabase database;
    ViewingRows rows;
    ViewingLog log;

    @BeforeEach
    void open() {
        database = new TestDatabase(temp);
        rows = new ViewingRows(database.client(), database.template(), database.transaction());
        log = new ViewingLog(
                database.client(),
                rows,
                new LogTally(database.client(), BERLIN),
                library,
                snapshots,
                new ViewingRights(rows, me),
                events::add,
                BERLIN);
        when(me.get()).thenReturn(People.named(1, "Ana"));
    }

    @AfterEach
    void close() {
        database.close();
    }
}
