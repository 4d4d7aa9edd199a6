package org.porchlight.viewing;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.Snapshot;
import org.porchlight.recording.Snapshots;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.MembersOnly;
import org.porchlight.settings.PlainText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Every viewing that is not in the trash, to look through, to annotate and to keep. Safe for any thread. */
@Service
@MembersOnly
public class ViewingLog {

    /** Characters that a note may have. */
    public static final int LONGEST_NOTE = 200;

    private final JdbcClient database;
    private final ViewingRows rows;
    private final LogTally tally;
    private final RecordingLibrary library;
    private final Snapshots snapshots;
    private final ViewingRights rights;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    ViewingLog(
            JdbcClient database,
            ViewingRows rows,
            LogTally tally,
            RecordingLibrary library,
            Snapshots snapshots,
            ViewingRights rights,
            ApplicationEventPublisher events,
            ZoneId zone) {
        this.database = database;
        this.rows = rows;
        this.tally = tally;
        this.library = library;
        this.snapshots = snapshots;
        this.rights = rights;
        this.events = events;
        this.zone = zone;
    }

    /** A page of the log, with the recordings and the pictures of each line. */
    public List<LogEntry> page(LogFilter filter, LogSort sort, int offset, int limit) {
        LogQuery where = LogQuery.of(filter, zone);
        String direction = sort.ascending() ? " ASC" : " DESC";
        String order = sort.by().expression() + direction
                + (sort.by() == LogSort.Key.START ? "" : ", started_at" + direction)
                + ", id" + direction;
        return entries(database.sql(
                        "SELECT * FROM viewing" + where.sql() + " ORDER BY " + order + " LIMIT :limit OFFSET :offset")
                .params(where.params())
                .param("limit", limit)
                .param("offset", offset));
    }

    /**
     * Those that began next to a viewing, the nearest first, however long the log is.
     *
     * @param later after it; else before it
     */
    public List<LogEntry> nextTo(Viewing viewing, boolean later, LogFilter filter, int limit) {
        LogQuery where = LogQuery.of(filter, zone);
        String direction = later ? " ASC" : " DESC";
        return entries(database.sql("SELECT * FROM viewing" + where.sql() + " AND (started_at, id) "
                        + (later ? ">" : "<") + " (:began, :id) ORDER BY started_at" + direction + ", id" + direction
                        + " LIMIT :limit")
                .params(where.params())
                .param("began", viewing.startedAt().toEpochMilli())
                .param("id", viewing.id())
                .param("limit", limit));
    }

    private List<LogEntry> entries(JdbcClient.StatementSpec query) {
        return entries(query.query(ViewingRows::read).list());
    }

    private List<LogEntry> entries(List<Viewing> viewings) {
        List<Long> ids = viewings.stream().map(Viewing::id).toList();
        Map<Long, List<Recording>> recordings = library.of(ids);
        Map<Long, List<Snapshot>> pictures = snapshots.of(ids);
        return viewings.stream()
                .map(viewing -> new LogEntry(
                        viewing,
                        recordings.getOrDefault(viewing.id(), List.of()),
                        pictures.getOrDefault(viewing.id(), List.of())))
                .toList();
    }

    /** One line; empty when it was deleted. */
    public Optional<LogEntry> find(long id) {
        return rows.find(id).map(viewing -> entries(List.of(viewing)).getFirst());
    }

    /** These lines, the oldest first; those that were deleted are left out. */
    public List<LogEntry> of(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entries(database.sql("SELECT * FROM viewing WHERE id IN (:ids) AND trashed_at IS NULL"
                                + " ORDER BY started_at, id")
                        .param("ids", ids));
    }

    /** How many lines there are, and how many with something to watch. */
    public LogSummary summary(LogFilter filter) {
        return tally.of(filter);
    }

    /** Everyone in the log, by the alphabet. */
    public List<String> usernames() {
        // From name to next name in the index: a look for each person, not for each viewing.
        return database.sql("""
                        WITH RECURSIVE person(username) AS (
                            SELECT min(username) FROM viewing WHERE trashed_at IS NULL
                            UNION ALL
                            SELECT (SELECT min(username) FROM viewing WHERE trashed_at IS NULL AND username > person.username)
                            FROM person WHERE person.username IS NOT NULL)
                        SELECT username FROM person WHERE username IS NOT NULL""")
                .query((row, number) -> row.getString("username"))
                .list();
    }

    /** Every camera that somebody looked through, in the order in which they were set up. */
    public List<LogCamera> cameras() {
        // From number to next number in the index, as above; the name is that of the newest line.
        return database.sql("""
                        WITH RECURSIVE camera(id) AS (
                            SELECT min(camera_id) FROM viewing WHERE trashed_at IS NULL
                            UNION ALL
                            SELECT (SELECT min(camera_id) FROM viewing WHERE trashed_at IS NULL AND camera_id > camera.id)
                            FROM camera WHERE camera.id IS NOT NULL)
                        SELECT id, (SELECT camera_name FROM viewing WHERE trashed_at IS NULL AND camera_id = camera.id
                            ORDER BY started_at DESC LIMIT 1) AS name
                        FROM camera WHERE id IS NOT NULL""")
                .query((row, number) -> new LogCamera(row.getLong("id"), row.getString("name")))
                .list();
    }

    /**
     * Writes a note beside a viewing, or with nothing in it removes it. Members do so beside their own, owners beside all.
     *
     * @throws InvalidInput when it is too long, the viewing is another's, or was deleted meanwhile
     */
    public void note(long id, @Nullable String text) throws InvalidInput {
        String note = text == null ? "" : PlainText.onOneLine(text);
        if (note.length() > LONGEST_NOTE) {
            throw new InvalidInput("Note", Sentence.of("viewing.noteTooLong", LONGEST_NOTE));
        }
        Optional<Sentence> refusal = rights.refusal(id, "viewing.othersNote");
        if (refusal.isPresent()) {
            throw new InvalidInput("Note", refusal.get());
        }
        if (!rows.note(id, note.isEmpty() ? null : note)) {
            throw new InvalidInput("Note", Sentence.of("viewing.deleted"));
        }
        events.publishEvent(new ViewingNoted(id));
    }

    /**
     * Keeps the recordings of a viewing from being removed for their age or their size, or lets them go again. Members do so with
     * their own, owners with all.
     *
     * @throws InvalidInput when the viewing is another's
     */
    public void keep(long id, boolean kept) throws InvalidInput {
        Optional<Sentence> refusal = rights.refusal(id, "viewing.othersKeep");
        if (refusal.isPresent()) {
            throw new InvalidInput("Keep", refusal.get());
        }
        Optional<Viewing> viewing = rows.find(id);
        if (viewing.isPresent()) {
            library.keep(id, kept);
            events.publishEvent(new RecordingsKept(viewing.get(), kept));
        }
    }
}
