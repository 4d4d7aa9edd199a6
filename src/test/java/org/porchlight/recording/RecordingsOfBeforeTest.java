package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.TestDatabase;
import org.springframework.jdbc.core.ConnectionCallback;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** What the step to version 8, from which on old recordings go, does with those that are there. */
class RecordingsOfBeforeTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    @TempDir
    Path folder;

    @Test
    void thoseThatWouldGoAtOnceStay() {
        assertThat(keptWhenItIs(EVENING)).containsExactly("old");
    }

    @Test
    void byAClockThatWasNotSetAllStay() {
        assertThat(keptWhenItIs(Instant.parse("1970-01-01T00:00:09Z"))).containsExactly("new", "old");
    }

    private List<String> keptWhenItIs(Instant now) {
        try (TestDatabase house = new TestDatabase(folder, "7").withViewing(1, "Ana")) {
            for (String id : List.of("new", "old")) {
                int days = id.equals("old") ? 31 : 1;
                house.client()
                        .sql(
                                "INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, state)"
                                        + " VALUES (?, 1, 1, 'Front door', '/recordings', 'a.mp4', ?, 'COMPLETE')")
                        .params(id, EVENING.minusSeconds(days * 86_400L).toEpochMilli())
                        .update();
            }
            house.template().execute((ConnectionCallback<Boolean>) connection -> {
                Function.create(connection.unwrap(SQLiteConnection.class), "unixepoch", new Function() {
                    @Override
                    protected void xFunc() throws SQLException {
                        result(now.getEpochSecond());
                    }
                });
                return true;
            });
            house.migrateTo("8");
            return house.client()
                    .sql("SELECT id FROM recording WHERE kept ORDER BY id")
                    .query((row, number) -> row.getString("id"))
                    .list();
        }
    }
}
