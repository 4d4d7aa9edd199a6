package org.porchlight.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database knows of moving recordings, and the pictures beside them, to another folder. */
@Component
class MoveRows {

    private final JdbcClient database;

    MoveRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * That recordings are being moved.
     *
     * @param moved how many so far
     * @param problem why it pauses by itself; null when somebody wished so, or it does not
     */
    record Wish(boolean paused, long moved, @Nullable Sentence problem) {}

    /** What is moved, and when its file is finished. */
    enum Kind {
        RECORDING("recording", "state IN ('COMPLETE', 'RECOVERED')"),
        SNAPSHOT("snapshot", "state = 'KEPT'");

        private final String table;
        private final String finished;

        Kind(String table, String finished) {
            this.table = table;
            this.finished = finished;
        }

        private String elsewhere() {
            return "SELECT bytes FROM " + table + " WHERE (folder < :target OR folder > :target) AND " + finished;
        }
    }

    /**
     * A file that is on its way from one folder to another.
     *
     * @param id of the recording or the snapshot: a UUID, so that no two of them are the same
     * @param file below either folder
     */
    record OnItsWay(String id, String file, Path source, Path target) {}

    /** Where a row leads to. */
    record Place(Path folder, boolean finished) {}

    /** How many files lie elsewhere than in a folder, and what they take, in bytes. */
    record Elsewhere(long files, long bytes) {}

    Optional<Wish> wish() {
        return database.sql("SELECT * FROM move")
                .query((row, number) -> new Wish(
                        row.getBoolean("paused"), row.getLong("moved"), SentenceColumn.read(row.getString("problem"))))
                .optional();
    }

    void begin() {
        database.sql("INSERT INTO move (id, paused, moved) VALUES (1, 0, 0) ON CONFLICT (id) DO UPDATE SET"
                        + " paused = 0, problem = NULL")
                .update();
    }

    void pause(@Nullable Sentence problem) {
        database.sql("UPDATE move SET paused = 1, problem = :problem")
                .param("problem", SentenceColumn.write(problem))
                .update();
    }

    void end() {
        database.sql("DELETE FROM move").update();
    }

    Optional<OnItsWay> onItsWay() {
        return database.sql("SELECT * FROM move_on_its_way")
                .query((row, number) -> new OnItsWay(
                        row.getString("recording"),
                        row.getString("file"),
                        Path.of(row.getString("source")),
                        Path.of(row.getString("target"))))
                .optional();
    }

    void note(OnItsWay file) {
        database.sql("INSERT INTO move_on_its_way (id, recording, file, source, target)"
                        + " VALUES (1, :recording, :file, :source, :target)")
                .param("recording", file.id())
                .param("file", file.file())
                .param("source", file.source().toString())
                .param("target", file.target().toString())
                .update();
    }

    void forget() {
        database.sql("DELETE FROM move_on_its_way").update();
    }

    /** Says that a file lies in its new folder now, unless it was deleted. */
    void arrived(OnItsWay file) {
        int arrived = 0;
        for (Kind kind : Kind.values()) {
            arrived += database.sql("UPDATE " + kind.table + " SET folder = :target WHERE id = :id"
                            + " AND folder = :source AND file = :file AND " + kind.finished)
                    .param("target", file.target().toString())
                    .param("id", file.id())
                    .param("source", file.source().toString())
                    .param("file", file.file())
                    .update();
        }
        database.sql("UPDATE move SET moved = moved + :arrived")
                .param("arrived", arrived)
                .update();
    }

    /** Where the row of a file leads to; empty when it was deleted. */
    Optional<Place> place(OnItsWay file) {
        return Stream.of(Kind.values())
                .flatMap(kind -> database
                        .sql("SELECT folder, " + kind.finished + " AS finished FROM " + kind.table + " WHERE id = :id")
                        .param("id", file.id())
                        .query((row, number) -> new Place(Path.of(row.getString("folder")), row.getBoolean("finished")))
                        .optional()
                        .stream())
                .findFirst();
    }

    /** Every folder that files lie in. */
    List<Path> folders() {
        return database.sql("SELECT folder FROM recording UNION SELECT folder FROM snapshot")
                .query((row, number) -> Path.of(row.getString("folder")))
                .list();
    }

    /** What is finished in a folder, by the alphabet, so many after a file at most; of recordings, an index leads there. */
    List<OnItsWay> finishedIn(Kind kind, Path folder, String after, int limit, Path target) {
        return database.sql("SELECT id, file FROM " + kind.table + " WHERE folder = :folder AND file > :after AND "
                        + kind.finished + " ORDER BY file LIMIT :limit")
                .param("folder", folder.toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new OnItsWay(row.getString("id"), row.getString("file"), folder, target))
                .list();
    }

    /** Also those in the trash: they can be taken back. */
    Elsewhere elsewhere(Path target) {
        return database.sql("SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM ("
                        + Kind.RECORDING.elsewhere() + " UNION ALL " + Kind.SNAPSHOT.elsewhere() + ")")
                .param("target", target.toString())
                .query((row, number) -> new Elsewhere(row.getLong("files"), row.getLong("bytes")))
                .single();
    }
}
