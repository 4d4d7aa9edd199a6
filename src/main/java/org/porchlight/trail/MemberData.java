package org.porchlight.trail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.porchlight.account.CannotChange;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.account.People;
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

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Members members;
    private final People people;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;

    MemberData(
            JdbcClient database,
            TransactionTemplate transaction,
            Members members,
            People people,
            CurrentMember me,
            ApplicationEventPublisher events) {
        this.database = database;
        this.transaction = transaction;
        this.members = members;
        this.people = people;
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

    /** Writes it as JSON, row by row. */
    void export(Member who, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonMapper.builder().build().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("username", who.username());
            json.writeStringProperty("role", who.role().name());
            json.writeStringProperty("since", who.createdAt().toString());
            rows(
                    json,
                    "keptSignedIn",
                    "SELECT device, address, since, used_at, expires_at FROM kept_session WHERE member_id = ?",
                    who.id());
            rows(
                    json,
                    "viewings",
                    "SELECT id, camera_name, device, started_at, ended_at, end_reason, note FROM viewing WHERE member_id = ?"
                            + " ORDER BY started_at",
                    who.id());
            rows(
                    json,
                    "recordings",
                    "SELECT recording.id, viewing_id, recording.camera_name, asked_at, recording.started_at, length_ms, bytes, sha256"
                            + " FROM recording JOIN viewing ON viewing.id = viewing_id WHERE member_id = ? ORDER BY asked_at",
                    who.id());
            rows(
                    json,
                    "trail",
                    "SELECT at, who, what, details, viewing_id, address, device FROM trail"
                            + " WHERE who = ?1 OR instr(details, ?1) > 0 ORDER BY at",
                    who.username());
            json.writeEndObject();
        }
    }

    private void rows(JsonGenerator json, String name, String sql, Object of) {
        json.writeName(name);
        json.writeStartArray();
        database.sql(sql).param(of).query(row -> {
            json.writeStartObject();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                json.writePOJOProperty(row.getMetaData().getColumnName(column), row.getObject(column));
            }
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    /**
     * Removes a member, and strikes their name out of the log and the trail. What they recorded stays: it shows the door.
     *
     * @throws CannotChange when there would be no owner left
     */
    @OwnersOnly
    public void erase(long id) throws CannotChange {
        Member who = members.find(id).orElse(null);
        if (who == null) {
            return;
        }
        people.remove(id);
        String instead = "Erased " + id;
        transaction.executeWithoutResult(status -> {
            database.sql("""
                            UPDATE viewing SET username = :instead, device = '', note = NULL WHERE member_id = :id""").param("instead", instead).param("id", id).update();
            database.sql("UPDATE viewing SET trashed_by = ? WHERE trashed_by = ?")
                    .params(instead, who.username())
                    .update();
            strikeOutOfTheTrail(who.username(), instead);
        });
        events.publishEvent(new MemberErased(me.get(), instead));
    }

    private void strikeOutOfTheTrail(String name, String instead) {
        record Line(long id, String who, String details) {}
        Pattern word = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
        String replacement = Matcher.quoteReplacement(instead);
        database.sql("INSERT INTO trail_permit (id, erase_name) VALUES (1, ?)")
                .param(name)
                .update();
        List<Line> lines = database.sql("SELECT id, who, details FROM trail WHERE who = ?1 OR instr(details, ?1) > 0")
                .param(name)
                .query((row, number) -> new Line(row.getLong("id"), row.getString("who"), row.getString("details")))
                .list();
        for (Line line : lines) {
            boolean own = line.who().equals(name);
            database.sql("UPDATE trail SET who = ?, details = ?" + (own ? ", address = '', device = ''" : "")
                            + " WHERE id = ?")
                    .params(
                            own ? instead : line.who(),
                            word.matcher(line.details()).replaceAll(replacement),
                            line.id())
                    .update();
        }
        database.sql("DELETE FROM trail_permit").update();
    }
}
