package org.porchlight.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.porchlight.media.Sentence;
import org.porchlight.settings.InvalidInput.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The settings in force: read from memory by any thread, changed by an owner. */
@Service
public class HouseSettings {
    /** Labels of the fields, as they stand in the English page and in {@link Problem#field()}. */
    public static final String FRAMES_PER_SECOND = "Frames per second",
            RECORDINGS_FOLDER = "Recordings folder",
            PRE_ROLL = "Pre-roll",
            KEEP_FOR = "Keep recordings for",
            MOST_ROOM = "Most room",
            LEAST_FREE = "Leave free",
            TRASH = "Keep in the trash for";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private volatile Settings current;

    HouseSettings(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
        this.current = database.sql("select * from settings")
                .query((row, n) -> new Settings(
                        row.getInt("frames_per_second"),
                        Path.of(row.getString("recordings_folder")),
                        row.getBoolean("record_every_session"),
                        row.getInt("pre_roll_seconds"),
                        room(row)))
                .optional()
                .orElseGet(Settings::defaults);
    }

    private static RoomLimits room(ResultSet row) throws SQLException {
        long free = row.getLong("least_free_bytes");
        Long leastFree = row.wasNull() ? null : free;
        return new RoomLimits(
                row.getInt("retention_days"), row.getLong("most_bytes"), leastFree, row.getInt("trash_days"));
    }

    /** The settings in force. Never blocks. */
    public Settings current() {
        return current;
    }

    /**
     * The folder that a person wrote: relative to where the server was started, {@code ~} for the home of its user.
     *
     * @throws InvalidInput when it is none; {@link #save} finds out whether it can be written
     */
    public Path folder(String text) throws InvalidInput {
        String path = text.strip();
        if (path.isEmpty()) {
            throw new InvalidInput(RECORDINGS_FOLDER, Sentence.of("input.folder"));
        }
        if (path.equals("~") || path.startsWith("~/")) {
            path = System.getProperty("user.home") + path.substring(1);
        }
        try {
            return Path.of(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InvalidInput(RECORDINGS_FOLDER, Sentence.of("input.folderName"));
        }
    }

    /**
     * What stands against these settings, as far as can be told by looking at them; empty when {@link #save} can be tried.
     * Touches no disk: whether another folder can be written is found out by saving.
     */
    public List<Problem> problems(Settings wanted) {
        List<Problem> problems = new ArrayList<>();
        if (wanted.framesPerSecond() < 1 || wanted.framesPerSecond() > 60) {
            problems.add(new Problem(FRAMES_PER_SECOND, Sentence.of("input.frames")));
        }
        if (wanted.preRollSeconds() < 0 || wanted.preRollSeconds() > 15) {
            problems.add(new Problem(PRE_ROLL, Sentence.of("input.preRoll")));
        }
        problems.addAll(problems(wanted.room()));
        return problems;
    }

    private static List<Problem> problems(RoomLimits wanted) {
        List<Problem> problems = new ArrayList<>();
        if (wanted.days() < 0 || wanted.days() > 3650) {
            problems.add(new Problem(KEEP_FOR, Sentence.of("input.keepFor")));
        }
        if (wanted.mostBytes() < 0) {
            problems.add(new Problem(MOST_ROOM, Sentence.of("input.mostRoom")));
        }
        Long leastFree = wanted.leastFreeBytes();
        if (leastFree != null && leastFree < 0) {
            problems.add(new Problem(LEAST_FREE, Sentence.of("input.leastFree")));
        }
        if (wanted.trashDays() < 0 || wanted.trashDays() > 365) {
            problems.add(new Problem(TRASH, Sentence.of("input.trash")));
        }
        return problems;
    }

    /**
     * Takes what an owner wants, at once. Another folder than before is tried when nothing else is wrong: it is made if it is
     * missing, and a file written into it. The one in force is left alone: its disk may be unplugged just now.
     *
     * @return what is now in force
     * @throws InvalidInput when something cannot be taken; nothing is changed then
     */
    @OwnersOnly
    public Settings save(Settings wanted) throws InvalidInput {
        List<Problem> problems = problems(wanted);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        Settings before = replace(wanted);
        if (!wanted.equals(before)) {
            events.publishEvent(new SettingsChanged(before, wanted));
        }
        return wanted;
    }

    /** One at a time; who hears of it may take long, and is told outside. @return what was in force */
    private synchronized Settings replace(Settings wanted) throws InvalidInput {
        Settings before = current;
        if (wanted.equals(before)) {
            return before;
        }
        if (!wanted.recordingsFolder().equals(before.recordingsFolder())) {
            Optional<Sentence> problem = new FolderTrial(wanted.recordingsFolder()).problem();
            if (problem.isPresent()) {
                throw new InvalidInput(RECORDINGS_FOLDER, problem.get());
            }
        }
        database.sql("""
                        insert into settings
                          (id, frames_per_second, recordings_folder, record_every_session, pre_roll_seconds,
                           retention_days, most_bytes, least_free_bytes, trash_days)
                        values (1, :rate, :folder, :every, :preRoll, :days, :most, :leastFree, :trash)
                        on conflict (id) do update set frames_per_second = excluded.frames_per_second,
                          recordings_folder = excluded.recordings_folder,
                          record_every_session = excluded.record_every_session,
                          pre_roll_seconds = excluded.pre_roll_seconds,
                          retention_days = excluded.retention_days, most_bytes = excluded.most_bytes,
                          least_free_bytes = excluded.least_free_bytes, trash_days = excluded.trash_days""")
                .param("rate", wanted.framesPerSecond())
                .param("folder", wanted.recordingsFolder().toString())
                .param("every", wanted.recordEverySession())
                .param("preRoll", wanted.preRollSeconds())
                .param("days", wanted.room().days())
                .param("most", wanted.room().mostBytes())
                .param("leastFree", wanted.room().leastFreeBytes())
                .param("trash", wanted.room().trashDays())
                .update();
        current = wanted;
        return before;
    }
}
