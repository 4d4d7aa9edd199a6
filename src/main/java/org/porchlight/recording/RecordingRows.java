package org.porchlight.recording;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.porchlight.recording.Recording.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of recordings. Each change writes only what it knows and only in the state that it may follow, so that a recorder
 * and somebody who deletes never overwrite each other.
 */
@Component
class RecordingRows {

    private final JdbcClient database;

    RecordingRows(JdbcClient database) {
        this.database = database;
    }

    void insert(Recording recording) {
        database.sql("""
                        INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, state)
                        VALUES (:id, :viewing, :camera, :cameraName, :folder, :file, :askedAt, :state)""")
                .param("id", recording.id())
                .param("viewing", recording.viewingId())
                .param("camera", recording.cameraId())
                .param("cameraName", recording.cameraName())
                .param("folder", recording.folder().toString())
                .param("file", recording.file())
                .param("askedAt", recording.askedAt().toEpochMilli())
                .param("state", recording.state().name())
                .update();
    }

    void started(String id, Instant firstPicture) {
        database.sql("UPDATE recording SET started_at = :at WHERE id = :id AND state = 'RECORDING'")
                .param("at", firstPicture.toEpochMilli())
                .param("id", id)
                .update();
    }

    /** Moves the times of what is being written of these viewings. */
    void moveRunning(Collection<Long> viewings, Duration by) {
        if (!viewings.isEmpty()) {
            database.sql("""
                            UPDATE recording SET asked_at = asked_at + :by, started_at = started_at + :by
                            WHERE viewing_id IN (:viewings) AND state = 'RECORDING'""")
                    .param("by", by.toMillis())
                    .param("viewings", viewings)
                    .update();
        }
    }

    /** Writes the end of a recording. */
    void finished(
            String id,
            State state,
            RecordingEnd why,
            @Nullable Instant firstPicture,
            Duration length,
            long bytes,
            long gaps,
            @Nullable Sentence problem) {
        database.sql("""
                        UPDATE recording SET state = :state, ended_reason = :why, length_ms = :length, bytes = :bytes,
                            gaps = :gaps, problem = :problem, started_at = coalesce(:started, started_at)
                        WHERE id = :id AND state = 'RECORDING'""")
                .param("state", state.name())
                .param("why", why.name())
                .param("length", length.toMillis())
                .param("bytes", bytes)
                .param("gaps", gaps)
                .param("problem", SentenceColumn.write(problem))
                .param("started", firstPicture == null ? null : firstPicture.toEpochMilli())
                .param("id", id)
                .update();
    }

    /** Says why a recording ended whose disk is not there: what can be played of it is found out when it is back. */
    void waitsForItsDisk(String id, RecordingEnd why, Sentence sentence) {
        database.sql(
                        "UPDATE recording SET ended_reason = :why, problem = :problem WHERE id = :id AND state = 'RECORDING'")
                .param("why", why.name())
                .param("problem", SentenceColumn.write(sentence))
                .param("id", id)
                .update();
    }

    /** Puts the recordings of a viewing into the trash; with null, takes them back. */
    void trash(long viewingId, @Nullable Instant at) {
        database.sql("UPDATE recording SET trashed_at = :at WHERE viewing_id = :viewing")
                .param("at", at == null ? null : at.toEpochMilli())
                .param("viewing", viewingId)
                .update();
    }

    /** Keeps the recordings of a viewing, or lets them go when their time comes. */
    void keep(long viewingId, boolean kept) {
        database.sql("UPDATE recording SET kept = :kept WHERE viewing_id = :viewing")
                .param("kept", kept)
                .param("viewing", viewingId)
                .update();
    }

    /** What retention may remove, in the order in which it goes: so many of the trash at most, then so many of the oldest. @param away folders to leave out */
    List<Recording> removable(int limit, Collection<Path> away) {
        List<Recording> removable = new ArrayList<>();
        for (String which : List.of(
                "trashed_at IS NOT NULL AND state NOT IN ('RECORDING', 'DELETING') ORDER BY trashed_at, asked_at, id",
                "trashed_at IS NULL AND kept = 0 AND state NOT IN ('RECORDING', 'DELETING') ORDER BY asked_at, id")) {
            removable.addAll(
                    database.sql("SELECT * FROM recording WHERE folder NOT IN (:away) AND " + which + " LIMIT :limit")
                            .param("away", names(away))
                            .param("limit", limit)
                            .query(RecordingRows::read)
                            .list());
        }
        return removable;
    }

    /** What the recordings in these folders take. */
    long bytesIn(Collection<Path> folders) {
        return database.sql("SELECT coalesce(sum(bytes), 0) FROM recording WHERE folder IN (:folders)")
                .param("folders", names(folders))
                .query(Long.class)
                .single();
    }

    private static List<String> names(Collection<Path> folders) {
        return folders.stream().map(Path::toString).toList();
    }

    /** Those that have a file, or had one that is missing, by their ids. */
    List<Recording> withFileAfter(String id, int limit) {
        return database.sql("""
                        SELECT * FROM recording WHERE id > :id
                        AND (state IN ('COMPLETE', 'RECOVERED') OR state = 'FAILED' AND problem = :missing)
                        ORDER BY id LIMIT :limit""")
                .param("id", id)
                .param("missing", SentenceColumn.write(MissingFiles.SENTENCE))
                .param("limit", limit)
                .query(RecordingRows::read)
                .list();
    }

    /** Nothing of a recording can be played, for its file is missing. False when it was deleted or moved meanwhile. */
    boolean missing(Recording recording) {
        return database.sql("""
                        UPDATE recording SET state = 'FAILED', bytes = 0, problem = :missing
                        WHERE id = :id AND folder = :folder AND file = :file AND state IN ('COMPLETE', 'RECOVERED')""")
                        .param("missing", SentenceColumn.write(MissingFiles.SENTENCE))
                        .param("id", recording.id())
                        .param("folder", recording.folder().toString())
                        .param("file", recording.file())
                        .update()
                == 1;
    }

    /** The file of a recording that missed it is back. */
    boolean found(String id, long bytes) {
        return database.sql("""
                        UPDATE recording SET state = 'COMPLETE', bytes = :bytes, problem = NULL
                        WHERE id = :id AND state = 'FAILED' AND problem = :missing""")
                        .param("bytes", bytes)
                        .param("missing", SentenceColumn.write(MissingFiles.SENTENCE))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Marks a recording that does not run any more as being deleted. False when there is none. */
    boolean deleting(String id) {
        return database.sql("UPDATE recording SET state = 'DELETING' WHERE id = :id AND state <> 'RECORDING'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The same for retention: not what was put into the trash, taken back or kept since it was read. */
    boolean deleting(Recording asRead) {
        Instant trashed = asRead.trashedAt();
        return database.sql("UPDATE recording SET state = 'DELETING' WHERE id = :id AND state <> 'RECORDING'"
                                + " AND trashed_at IS :trashed AND (kept = 0 OR trashed_at IS NOT NULL)")
                        .param("id", asRead.id())
                        .param("trashed", trashed == null ? null : trashed.toEpochMilli())
                        .update()
                == 1;
    }

    void delete(String id) {
        database.sql("DELETE FROM recording WHERE id = :id").param("id", id).update();
    }

    Optional<Recording> find(String id) {
        return database.sql("SELECT * FROM recording WHERE id = :id")
                .param("id", id)
                .query(RecordingRows::read)
                .optional();
    }

    /** The recordings of these viewings, the oldest first. */
    List<Recording> of(Collection<Long> viewings) {
        if (viewings.isEmpty()) {
            return List.of();
        }
        return database.sql("SELECT * FROM recording WHERE viewing_id IN (:viewings) ORDER BY asked_at, id")
                .param("viewings", viewings)
                .query(RecordingRows::read)
                .list();
    }

    List<Recording> in(State state) {
        // Spelled out, not a parameter: only so does SQLite see that its partial index serves.
        String sql = switch (state) {
            case RECORDING -> "SELECT * FROM recording WHERE state = 'RECORDING'";
            case DELETING -> "SELECT * FROM recording WHERE state = 'DELETING'";
            case COMPLETE, RECOVERED, FAILED, GONE ->
                throw new IllegalArgumentException("No index serves a search for " + state);
        };
        return database.sql(sql).query(RecordingRows::read).list();
    }

    /** Whether anything was ever recorded in this folder. */
    boolean knows(Path folder) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM recording WHERE folder = :folder)")
                        .param("folder", folder.toString())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The newest recordings in this folder that have a file, be it one that is to be removed. */
    List<Recording> newestIn(Path folder, int limit) {
        return database.sql(
                        "SELECT * FROM recording WHERE folder = :folder AND state IN ('COMPLETE', 'RECOVERED', 'DELETING')"
                                + " ORDER BY asked_at DESC LIMIT :limit")
                .param("folder", folder.toString())
                .param("limit", limit)
                .query(RecordingRows::read)
                .list();
    }

    /** Every folder that a recording lies in. */
    List<Path> folders() {
        return database.sql("SELECT DISTINCT folder FROM recording")
                .query((row, number) -> Path.of(row.getString("folder")))
                .list();
    }

    /** Which of these files, by their ways below the folder, a row knows. */
    Set<String> known(Path folder, Collection<String> files) {
        return database.sql("SELECT file FROM recording WHERE folder = :folder AND file IN (:files)")
                .param("folder", folder.toString())
                .param("files", files)
                .query((row, number) -> row.getString("file"))
                .set();
    }

    /**
     * Writes the row of a file that had none. Which camera it was is not known. It is kept: whoever wants an old file in the log
     * does not want it removed for its age the next minute.
     */
    void adopt(String id, long viewingId, String cameraName, String way, FoundFile found) {
        database.sql("""
                        INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, started_at,
                            length_ms, bytes, state, kept)
                        VALUES (:id, :viewing, 0, :cameraName, :folder, :file, :begin, :begin, :length, :bytes, 'COMPLETE', 1)""")
                .param("id", id)
                .param("viewing", viewingId)
                .param("cameraName", cameraName)
                .param("folder", found.folder().toString())
                .param("file", way)
                .param("begin", found.begin().toEpochMilli())
                .param("length", found.length().toMillis())
                .param("bytes", found.bytes())
                .update();
    }

    private static Recording read(ResultSet row, int number) throws SQLException {
        long started = row.getLong("started_at");
        Instant startedAt = row.wasNull() ? null : Instant.ofEpochMilli(started);
        long trashed = row.getLong("trashed_at");
        Instant trashedAt = row.wasNull() ? null : Instant.ofEpochMilli(trashed);
        String ended = row.getString("ended_reason");
        return new Recording(
                row.getString("id"),
                row.getLong("viewing_id"),
                row.getLong("camera_id"),
                row.getString("camera_name"),
                Path.of(row.getString("folder")),
                row.getString("file"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                startedAt,
                Duration.ofMillis(row.getLong("length_ms")),
                row.getLong("bytes"),
                row.getLong("gaps"),
                State.valueOf(row.getString("state")),
                ended == null ? null : RecordingEnd.valueOf(ended),
                SentenceColumn.read(row.getString("problem")),
                row.getBoolean("kept"),
                trashedAt);
    }
}
