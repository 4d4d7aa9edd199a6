package org.porchlight.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database knows of moving recordings to another folder. */
@Component
class MoveRows {

    private static final String ELSEWHERE =
            " FROM recording WHERE (folder < :target OR folder > :target)" + " AND state IN ('COMPLETE', 'RECOVERED')";

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
    record Wish(boolean paused, long moved, @Nullable String problem) {}

    /** A file that is on its way from one folder to another. @param file below either folder */
    record OnItsWay(String recording, String file, Path source, Path target) {}

    /** How many recordings lie elsewhere than in a folder, and what they take, in bytes. */
    record Elsewhere(long recordings, long bytes) {}

    Optional<Wish> wish() {
        return database.sql("SELECT * FROM move")
                .query((row, number) ->
                        new Wish(row.getBoolean("paused"), row.getLong("moved"), row.getString("problem")))
                .optional();
    }

    void begin() {
        database.sql("INSERT INTO move (id, paused, moved) VALUES (1, 0, 0) ON CONFLICT (id) DO UPDATE SET"
                        + " paused = 0, problem = NULL")
                .update();
    }

    void pause(@Nullable String problem) {
        database.sql("UPDATE move SET paused = 1, problem = :problem")
                .param("problem", problem)
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
                .param("recording", file.recording())
                .param("file", file.file())
                .param("source", file.source().toString())
                .param("target", file.target().toString())
                .update();
    }

    void forget() {
        database.sql("DELETE FROM move_on_its_way").update();
    }

    /** Says that a recording lies in its new folder now, unless it was deleted. */
    void arrived(OnItsWay file) {
        int arrived = database.sql("UPDATE recording SET folder = :target WHERE id = :id AND folder = :source"
                        + " AND file = :file AND state IN ('COMPLETE', 'RECOVERED')")
                .param("target", file.target().toString())
                .param("id", file.recording())
                .param("source", file.source().toString())
                .param("file", file.file())
                .update();
        database.sql("UPDATE move SET moved = moved + :arrived")
                .param("arrived", arrived)
                .update();
    }

    /** Finished recordings in a folder, by the alphabet, so many after a file at most: an index leads there. */
    List<OnItsWay> finishedIn(Path folder, String after, int limit, Path target) {
        return database.sql("SELECT id, file FROM recording WHERE folder = :folder AND file > :after"
                        + " AND state IN ('COMPLETE', 'RECOVERED') ORDER BY file LIMIT :limit")
                .param("folder", folder.toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new OnItsWay(row.getString("id"), row.getString("file"), folder, target))
                .list();
    }

    /** Also those in the trash: they can be taken back. */
    Elsewhere elsewhere(Path target) {
        return database.sql("SELECT count(*) AS recordings, coalesce(sum(bytes), 0) AS bytes" + ELSEWHERE)
                .param("target", target.toString())
                .query((row, number) -> new Elsewhere(row.getLong("recordings"), row.getLong("bytes")))
                .single();
    }
}
