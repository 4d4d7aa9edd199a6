package org.porchlight.viewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of viewings. Each change writes only what it knows: a note, a sign of life and an end never overwrite each other.
 */
@Component
class ViewingRows {

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    ViewingRows(JdbcClient database, JdbcTemplate batches, TransactionTemplate transaction) {
        this.database = database;
        this.batches = batches;
        this.transaction = transaction;
    }

    /** The answer is the new row's id; the id of {@code viewing} is not looked at. */
    long insert(Viewing viewing) {
        return database.sql("""
                        INSERT INTO viewing (member_id, username, camera_id, camera_name, device, started_at, seen_at)
                        VALUES (:member, :username, :camera, :cameraName, :device, :at, :at) RETURNING id""")
                .param("member", viewing.memberId())
                .param("username", viewing.username())
                .param("camera", viewing.cameraId())
                .param("cameraName", viewing.cameraName())
                .param("device", viewing.device())
                .param("at", viewing.startedAt().toEpochMilli())
                .query(Long.class)
                .single();
    }

    /** Writes signs of life, all in one transaction. */
    void seen(Map<Long, Instant> signs) {
        if (signs.isEmpty()) {
            return;
        }
        List<Object[]> changes = signs.entrySet().stream()
                .map(sign -> new Object[] {sign.getValue().toEpochMilli(), sign.getKey()})
                .toList();
        transaction.executeWithoutResult(status ->
                batches.batchUpdate("UPDATE viewing SET seen_at = ? WHERE id = ? AND ended_at IS NULL", changes));
    }

    /** Writes the end of a viewing that has none yet. */
    void end(long id, Instant at, EndReason why) {
        database.sql("""
                        UPDATE viewing SET ended_at = max(:at, started_at), seen_at = max(:at, started_at), end_reason = :why
                        WHERE id = :id AND ended_at IS NULL""")
                .param("at", at.toEpochMilli())
                .param("why", why.name())
                .param("id", id)
                .update();
    }

    /** Moves the end of a viewing that has one; false when it was deleted. */
    boolean prolong(long id, Instant until) {
        return database.sql("UPDATE viewing SET ended_at = :until, seen_at = :until"
                                + " WHERE id = :id AND ended_at IS NOT NULL AND trashed_at IS NULL")
                        .param("until", until.toEpochMilli())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Ends at their last sign of life whatever is still open; for the start, when nobody can be watching. */
    int endAll(EndReason why) {
        return database.sql("UPDATE viewing SET ended_at = seen_at, end_reason = :why WHERE ended_at IS NULL")
                .param("why", why.name())
                .update();
    }

    /** The highest number that there is; 0 when there is none. */
    long lastId() {
        return database.sql("SELECT coalesce(max(id), 0) FROM viewing")
                .query(Long.class)
                .single();
    }

    /** Moves the times of these, all in one transaction. */
    void move(List<Long> ids, Duration by) {
        List<Object[]> changes = ids.stream()
                .map(id -> new Object[] {by.toMillis(), by.toMillis(), id})
                .toList();
        transaction.executeWithoutResult(status -> batches.batchUpdate(
                "UPDATE viewing SET started_at = started_at + ?, seen_at = seen_at + ? WHERE id = ? AND ended_at IS NULL",
                changes));
    }

    /** Moves the times of those that are over and have a higher number, and of what was recorded of them. How many there were. */
    int moveEndedSince(long id, Duration by) {
        Integer moved = transaction.execute(status -> {
            database.sql("""
                            UPDATE recording SET asked_at = asked_at + :by, started_at = started_at + :by
                            WHERE viewing_id > :id AND state <> 'RECORDING'""").param("by", by.toMillis()).param("id", id).update();
            return database.sql("""
                            UPDATE viewing SET started_at = started_at + :by, seen_at = seen_at + :by,
                                ended_at = ended_at + :by
                            WHERE id > :id AND ended_at IS NOT NULL""").param("by", by.toMillis()).param("id", id).update();
        });
        return moved == null ? 0 : moved;
    }

    Optional<Viewing> find(long id) {
        return database.sql("SELECT * FROM viewing WHERE id = :id")
                .param("id", id)
                .query(ViewingRows::read)
                .optional();
    }

    boolean note(long id, @Nullable String text) {
        return database.sql("UPDATE viewing SET note = :note WHERE id = :id AND trashed_at IS NULL")
                        .param("note", text)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Puts a viewing into the trash; false when it is there already, or gone. */
    boolean trash(long id, Instant at, String by) {
        return database.sql(
                                "UPDATE viewing SET trashed_at = :at, trashed_by = :by WHERE id = :id AND trashed_at IS NULL")
                        .param("at", at.toEpochMilli())
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean isTrashed(long id) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM viewing WHERE id = :id AND trashed_at IS NOT NULL)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Takes a viewing back from the trash; false when it is not there any more. */
    boolean takeBack(long id) {
        return database.sql(
                                "UPDATE viewing SET trashed_at = NULL, trashed_by = NULL WHERE id = :id AND trashed_at IS NOT NULL")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Deletes from the trash what has no recording any more and was put there before {@code before}. */
    int emptyTrash(Instant before) {
        return database.sql("DELETE FROM viewing WHERE trashed_at <= :before"
                        + " AND NOT EXISTS (SELECT 1 FROM recording WHERE viewing_id = viewing.id)")
                .param("before", before.toEpochMilli())
                .update();
    }

    /** Deletes a viewing that is in the trash, if nothing is left of its recordings. */
    void deleteFromTrash(long id) {
        database.sql("DELETE FROM viewing WHERE id = :id AND trashed_at IS NOT NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM recording WHERE viewing_id = viewing.id)")
                .param("id", id)
                .update();
    }

    void delete(long id) {
        database.sql("DELETE FROM viewing WHERE id = :id").param("id", id).update();
    }

    static Viewing read(ResultSet row, int number) throws SQLException {
        long ended = row.getLong("ended_at");
        Instant endedAt = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        String why = row.getString("end_reason");
        return new Viewing(
                row.getLong("id"),
                row.getLong("member_id"),
                row.getString("username"),
                row.getLong("camera_id"),
                row.getString("camera_name"),
                row.getString("device"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                endedAt,
                why == null ? null : EndReason.valueOf(why),
                row.getString("note"));
    }
}
