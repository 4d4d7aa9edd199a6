package org.porchlight.recording;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of snapshots. Safe for any thread. */
@Component
class SnapshotRows {

    private static final String KEPT = "SELECT * FROM snapshot WHERE state = 'KEPT'";

    private final JdbcClient database;

    SnapshotRows(JdbcClient database) {
        this.database = database;
    }

    /** Before there is a file. */
    void insert(Snapshot snapshot) {
        database.sql("""
                        INSERT INTO snapshot (id, viewing_id, folder, file, taken_at, bytes, state)
                        VALUES (:id, :viewing, :folder, :file, :takenAt, :bytes, 'WRITING')""")
                .param("id", snapshot.id())
                .param("viewing", snapshot.viewingId())
                .param("folder", snapshot.folder().toString())
                .param("file", snapshot.file())
                .param("takenAt", snapshot.takenAt().toEpochMilli())
                .param("bytes", snapshot.bytes())
                .update();
    }

    /** Its file is there. */
    void kept(String id) {
        database.sql("UPDATE snapshot SET state = 'KEPT' WHERE id = :id")
                .param("id", id)
                .update();
    }

    /** Unless it has been moved meanwhile: then it is still there, and its row leads to it. */
    void delete(Snapshot snapshot) {
        database.sql("DELETE FROM snapshot WHERE id = :id AND folder = :folder")
                .param("id", snapshot.id())
                .param("folder", snapshot.folder().toString())
                .update();
    }

    /** One whose viewing is in the log, not in the trash. */
    Optional<Snapshot> find(String id) {
        return database.sql(KEPT + " AND id = :id AND EXISTS"
                        + " (SELECT 1 FROM viewing WHERE id = viewing_id AND trashed_at IS NULL)")
                .param("id", id)
                .query(SnapshotRows::read)
                .optional();
    }

    /** Those of these viewings, the oldest first. */
    List<Snapshot> of(Collection<Long> viewings) {
        return viewings.isEmpty()
                ? List.of()
                : database.sql(KEPT + " AND viewing_id IN (:viewings) ORDER BY taken_at, id")
                        .param("viewings", viewings)
                        .query(SnapshotRows::read)
                        .list();
    }

    /** Those that were being written when the server was killed. */
    List<Snapshot> unfinished() {
        return database.sql("SELECT * FROM snapshot WHERE state = 'WRITING'")
                .query(SnapshotRows::read)
                .list();
    }

    /** Those whose viewings are gone for good. */
    List<Snapshot> leftBehind() {
        return database.sql(KEPT + " AND NOT EXISTS (SELECT 1 FROM viewing WHERE id = viewing_id)")
                .query(SnapshotRows::read)
                .list();
    }

    /** Those from before a time, but for those beside a recording that somebody keeps. */
    List<Snapshot> before(Instant time) {
        return database.sql(KEPT + " AND taken_at < :time AND NOT EXISTS (SELECT 1 FROM recording"
                        + " WHERE recording.viewing_id = snapshot.viewing_id AND kept = 1)")
                .param("time", time.toEpochMilli())
                .query(SnapshotRows::read)
                .list();
    }

    private static Snapshot read(ResultSet row, int number) throws SQLException {
        return new Snapshot(
                row.getString("id"),
                row.getLong("viewing_id"),
                Path.of(row.getString("folder")),
                row.getString("file"),
                Instant.ofEpochMilli(row.getLong("taken_at")),
                row.getLong("bytes"));
    }
}
