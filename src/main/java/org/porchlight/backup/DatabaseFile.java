package org.porchlight.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;

/**
 * The file of the database, {@code porchlight.db}, with what SQLite keeps beside it.
 *
 * @param path absolute
 */
public record DatabaseFile(Path path) {

    static final String NAME = "porchlight.db";

    private static final String DAMAGED = "porchlight-damaged-";
    private static final String BEFORE_RESTORE = "porchlight-before-restore-";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    /** What SQLite writes beside a database; nothing without it, and it nothing without the database. */
    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm");

    /** The one in this folder; it need not be there. */
    public static DatabaseFile in(Path folder) {
        return new DatabaseFile(folder.toAbsolutePath().normalize().resolve(NAME));
    }

    /** How it is opened; foreign keys and the like are added to it. */
    public String url() {
        return "jdbc:sqlite:" + path;
    }

    Path folder() {
        return path.resolveSibling(".").normalize();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Reads every page of it; takes a second for some 300 MB that are in memory, much longer from an SD card.
     *
     * @return what is wrong, in SQLite's words; empty when it is whole
     * @throws SQLException when it cannot be read, which is not the same as damaged
     */
    Optional<String> damage() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url() + "?busy_timeout=10000");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma quick_check(1)")) {
            String words = result.next() ? result.getString(1) : "nothing could be checked";
            return words.equals("ok") ? Optional.empty() : Optional.of(words);
        } catch (SQLException e) {
            if (isDamage(e)) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** Whether SQLite says that the file itself is wrong, and not its disk, its owner or another program. */
    static boolean isDamage(SQLException e) {
        return e.getErrorCode() == SQLiteErrorCode.SQLITE_CORRUPT.code
                || e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** Gives it a dated name, beside where it was. Nothing of it is lost. */
    Path setAsideAsDamaged() throws IOException {
        return setAside(DAMAGED);
    }

    /** The same, for a backup that comes in its place; also for what SQLite left beside it, if no more than that is there. */
    Path setAsideForRestore() throws IOException {
        return setAside(BEFORE_RESTORE);
    }

    /** A backup on its way to become this database. */
    Path restoring() {
        return path.resolveSibling(NAME + ".restoring");
    }

    private Path setAside(String prefix) throws IOException {
        Path aside = path.resolveSibling(prefix + WHEN.format(LocalDateTime.now()) + ".db");
        for (String companion : COMPANIONS) {
            Path from = path.resolveSibling(path.getFileName() + companion);
            if (Files.exists(from)) {
                Files.move(from, aside.resolveSibling(aside.getFileName() + companion), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return aside;
    }

    /** The one that was set aside last because it was damaged. */
    Optional<Path> damagedBefore() throws IOException {
        return lastAside(DAMAGED);
    }

    /** What a restore has of it, which was cut off if nothing else is there: the database of before, or else what was to come. */
    Optional<Path> leftByRestore() throws IOException {
        return lastAside(BEFORE_RESTORE).or(() -> Optional.of(restoring()).filter(Files::exists));
    }

    private Optional<Path> lastAside(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(prefix) && name.endsWith(".db");
                    })
                    .max(Path::compareTo);
        }
    }
}
