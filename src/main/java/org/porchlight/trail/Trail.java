package org.porchlight.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.porchlight.account.Visitor;
import org.porchlight.settings.MembersOnly;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.viewing.LogFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything that was done in the house: to be added to, and to be read by owners. Nobody can change or delete a line; the database
 * refuses it, but for what is older than the log is kept, and for the name of somebody who was erased. Safe for any thread.
 */
@Service
public class Trail {

    /** So many go in one transaction: whoever wants to write meanwhile waits for some milliseconds. */
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    Trail(JdbcClient database, TransactionTemplate transaction, ZoneId zone) {
        this.database = database;
        this.transaction = transaction;
        this.zone = zone;
    }

    /** Writes a line. */
    void add(TrailLine line) {
        database.sql("""
                        INSERT INTO trail (at, who, what, details, viewing_id, address, device)
                        VALUES (:at, :who, :what, :details, :viewing, :address, :device)""")
                .param("at", line.at().toEpochMilli())
                .param("who", line.who())
                .param("what", line.what().name())
                .param("details", line.details())
                .param("viewing", line.viewingId())
                .param("address", line.from().address())
                .param("device", line.from().device())
                .update();
    }

    /**
     * A page of it, the newest line first.
     *
     * @param filter days of the house, and whose deeds
     */
    @OwnersOnly
    public List<TrailLine> page(LogFilter filter, int offset, int limit) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        return database.sql("SELECT * FROM trail" + where + " ORDER BY at DESC, id DESC LIMIT :limit OFFSET :offset")
                .params(values)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> read(row))
                .list();
    }

    /** How many lines there are. */
    @OwnersOnly
    public int count(LogFilter filter) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        return database.sql("SELECT count(*) FROM trail" + where)
                .params(values)
                .query(Integer.class)
                .single();
    }

    /** Everyone in it, by the alphabet. */
    @OwnersOnly
    public List<String> names() {
        return database.sql("SELECT DISTINCT who FROM trail WHERE who <> '' ORDER BY who COLLATE NOCASE")
                .query((row, number) -> row.getString("who"))
                .list();
    }

    /** Who watched and who downloaded the recordings of these viewings; every member may know. */
    @MembersOnly
    public Map<Long, Audience> audiences(Collection<Long> viewings) {
        if (viewings.isEmpty()) {
            return Map.of();
        }
        Map<Long, Audience> audiences = new HashMap<>();
        database.sql("""
                        SELECT viewing_id, what = 'WATCHED' AS watched, who, min(id) AS first FROM trail
                        WHERE viewing_id IN (:viewings) AND what IN ('WATCHED', 'DOWNLOADED', 'EXPORTED')
                        GROUP BY viewing_id, watched, who ORDER BY first""").param("viewings", viewings).query(row -> {
            List<String> one = List.of(row.getString("who"));
            Audience more = row.getBoolean("watched") ? new Audience(one, List.of()) : new Audience(List.of(), one);
            audiences.merge(row.getLong("viewing_id"), more, Audience::with);
        });
        return audiences;
    }

    /** Who watched or took out what was recorded of a viewing, each person once, the last one first; every member may know. */
    @MembersOnly
    public List<Look> looks(long viewing) {
        return database.sql("""
                        SELECT who, max(at) AS last FROM trail
                        WHERE viewing_id = :viewing AND what IN ('WATCHED', 'DOWNLOADED', 'EXPORTED')
                        GROUP BY who ORDER BY last DESC, who""")
                .param("viewing", viewing)
                .query((row, number) -> new Look(row.getString("who"), Instant.ofEpochMilli(row.getLong("last"))))
                .list();
    }

    /**
     * Deletes the lines from before a time. The database lets that be done only while the permit for it is there, which nobody else
     * ever sees.
     *
     * @return how many
     */
    int deleteBefore(Instant before) {
        int all = 0;
        int some;
        do {
            some = Objects.requireNonNullElse(transaction.execute(status -> deleteSome(before)), 0);
            all += some;
        } while (some == AT_ONCE);
        return all;
    }

    private int deleteSome(Instant before) {
        database.sql("INSERT INTO trail_permit (id, delete_before) VALUES (1, ?)")
                .param(before.toEpochMilli())
                .update();
        int lines = database.sql("DELETE FROM trail WHERE id IN (SELECT id FROM trail WHERE at < ? LIMIT ?)")
                .params(before.toEpochMilli(), AT_ONCE)
                .update();
        database.sql("DELETE FROM trail_permit").update();
        return lines;
    }

    private String where(LogFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        LocalDate from = filter.from();
        if (from != null) {
            conditions.add("at >= :from");
            values.put("from", from.atStartOfDay(zone).toInstant().toEpochMilli());
        }
        LocalDate to = filter.to();
        if (to != null) {
            conditions.add("at < :until");
            values.put("until", to.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli());
        }
        if (filter.username() != null) {
            conditions.add("who = :who");
            values.put("who", filter.username());
        }
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static TrailLine read(ResultSet row) throws SQLException {
        long viewing = row.getLong("viewing_id");
        return new TrailLine(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("who"),
                What.valueOf(row.getString("what")),
                row.getString("details"),
                viewing == 0 ? null : viewing,
                new Visitor(row.getString("address"), row.getString("device")));
    }
}
