package org.porchlight.trail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CannotChange;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.account.People;
import org.porchlight.camera.Cameras;
import org.porchlight.settings.OwnersOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the house knows of one member: to be given to them, or to be forgotten. Safe for any thread. */
@Service
public class MemberData {

    /** So many rows are read at a time, while whoever wants to write waits. */
    private static final int AT_ONCE = 500;

    /** The column that such pages are in the order of. */
    private static final String PLACE = "place";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Members members;
    private final People people;
    private final Cameras cameras;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;

    MemberData(
            JdbcClient database,
            TransactionTemplate transaction,
            Members members,
            People people,
            Cameras cameras,
            CurrentMember me,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.members = members;
        this.people = people;
        this.cameras = cameras;
        this.me = me;
        this.events = events;
    }

    /**
     * Whose data whoever asks may have: owners everybody's, members their own.
     *
     * @throws AccessDeniedException when there is no such member, or whoever asks is no owner
     */
    Member exportable(long id) {
        Member asking = me.get();
        if (asking.id() == id) {
            return asking;
        }
        return members.find(id).orElseThrow(() -> new AccessDeniedException("There is no member " + id));
    }

    /**
     * Writes it as JSON: what they did, with where from, and what was done to them, without where others were. The database is free
     * while whoever asked takes their time to read.
     */
    void export(Member who, OutputStream out) throws IOException {
        events.publishEvent(new MemberDataExported(me.get(), who));
        Mentions mentions = new Mentions(who.username());
        try (JsonGenerator json = JsonMapper.builder().build().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("username", who.username());
            json.writeStringProperty("role", who.role().name());
            json.writeStringProperty("since", who.createdAt().toString());
            rows(json, "keptSignedIn", """
                    SELECT id AS place, device, address, since, used_at, expires_at FROM kept_session
                    WHERE member_id = :of""", who.id(), row -> true);
            rows(json, "viewings", """
                    SELECT viewing.id AS place, viewing.id, camera_name, device, started_at, ended_at, end_reason, note FROM viewing
                    WHERE member_id = :of""", who.id(), row -> true);
            rows(json, "recordings", """
                    SELECT recording.rowid AS place, recording.id, viewing_id, recording.camera_name, asked_at,
                        recording.started_at, length_ms, bytes, sha256
                    FROM recording JOIN viewing ON viewing.id = viewing_id WHERE member_id = :of""", who.id(), row -> true);
            rows(json, "trail", """
                    SELECT id AS place, at, who, what, details, viewing_id, address, device FROM trail
                    WHERE who = :of""", who.username(), row -> true);
            rows(
                    json,
                    "trailOfOthers",
                    """
                    SELECT id AS place, at, who, what, details FROM trail
                    WHERE who <> :of AND instr(details, :of) > 0""",
                    who.username(),
                    row -> mentions.in(What.valueOf(text(row, "what")), text(row, "details")));
            json.writeEndObject();
        }
    }

    private void rows(
            JsonGenerator json, String name, String sql, Object of, Predicate<Map<String, @Nullable Object>> wanted) {
        json.writeName(name);
        json.writeStartArray();
        long last = 0;
        List<Map<String, @Nullable Object>> page;
        do {
            page = database.sql(sql + " AND place > :last ORDER BY place LIMIT " + AT_ONCE)
                    .param("of", of)
                    .param("last", last)
                    .query()
                    .listOfRows();
            for (Map<String, @Nullable Object> row : page) {
                last = Long.parseLong(text(row, PLACE));
                row.remove(PLACE);
                if (wanted.test(row)) {
                    json.writePOJO(row);
                }
            }
        } while (page.size() == AT_ONCE);
        json.writeEndArray();
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    /**
     * Strikes the name of a member out of the shutters, the log and the trail, then removes them: what was cut off between can be
     * done again.
     * What they recorded stays: it shows the door.
     *
     * @throws CannotChange when there would be no owner left
     */
    @OwnersOnly
    public void erase(long id) throws CannotChange {
        Member who = members.find(id).orElse(null);
        if (who == null) {
            return;
        }
        people.refuseTheLastOwner(id);
        String instead = "Erased " + id;
        // On its own: whoever moves a shutter holds the cameras while waiting for the database.
        cameras.forget(who.username(), instead);
        transaction.executeWithoutResult(status -> {
            database.sql("UPDATE viewing SET username = :instead, device = '', note = NULL WHERE member_id = :id")
                    .param("instead", instead)
                    .param("id", id)
                    .update();
            database.sql("UPDATE viewing SET trashed_by = ? WHERE trashed_by = ?")
                    .params(instead, who.username())
                    .update();
            strikeOutOfTheTrail(who.username(), instead);
            // So that no line has the old name that is written from here on.
            database.sql("UPDATE member SET username = ? WHERE id = ?")
                    .params(instead, id)
                    .update();
        });
        people.remove(id);
        events.publishEvent(new MemberErased(me.get(), instead));
    }

    private void strikeOutOfTheTrail(String name, String instead) {
        record Line(long id, What what, String details) {}
        Mentions mentions = new Mentions(name);
        database.sql("INSERT INTO trail_permit (id, erase_name) VALUES (1, ?)")
                .param(name)
                .update();
        database.sql("UPDATE trail SET who = ?, address = '', device = '' WHERE who = ?")
                .params(instead, name)
                .update();
        List<Line> lines = database.sql("SELECT id, what, details FROM trail WHERE instr(details, ?) > 0")
                .param(name)
                .query((row, number) ->
                        new Line(row.getLong("id"), What.valueOf(row.getString("what")), row.getString("details")))
                .list();
        for (Line line : lines) {
            if (mentions.in(line.what(), line.details())) {
                database.sql("UPDATE trail SET details = ? WHERE id = ?")
                        .params(mentions.replaced(line.what(), line.details(), instead), line.id())
                        .update();
            }
        }
        database.sql("DELETE FROM trail_permit").update();
    }
}
