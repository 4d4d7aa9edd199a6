package org.porchlight.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.porchlight.media.FolderSync;
import org.porchlight.settings.PorchlightOptions;

/** Brings a backup back, and compares the recordings that are there with those that it knows. */
record Restore(PorchlightOptions house, BackupOptions options) {

    /** Of the recordings that are missing or different, so many are named. */
    private static final int NAMED = 20;

    /**
     * The backup takes the place of the database, which is set aside. Each step may be the last: until the new one is complete and
     * whole, nothing that was there is touched.
     *
     * @return what came of it, for people
     */
    List<String> run() throws CannotRestore {
        Path file = options.restore();
        if (file == null || !Files.isRegularFile(file)) {
            throw new CannotRestore("There is no file " + file + ". Name a backup: porchlight-….zip.", null);
        }
        DatabaseFile database = DatabaseFile.in(house.dataDir());
        List<String> said = new ArrayList<>();
        try {
            Files.createDirectories(database.folder());
            refuseWhileItRuns(database);
            Path arriving = database.restoring();
            Files.deleteIfExists(arriving);
            new BackupArchive(file).extractDatabase(arriving);
            Optional<String> damage = new DatabaseFile(arriving).damage();
            if (damage.isPresent()) {
                Files.delete(arriving);
                throw new CannotRestore("The database in " + file + " is damaged: " + damage.get() + ".", null);
            }
            if (options.restoreRecordings() != null) {
                moveRecordings(arriving, options.restoreRecordings());
            }
            boolean wasHere = database.exists();
            Path aside = database.setAsideForRestore();
            if (wasHere) {
                said.add("The database that was here is kept as " + aside);
            }
            Files.move(arriving, database.path(), StandardCopyOption.ATOMIC_MOVE);
            FolderSync.nameOf(database.path());
            said.add("The backup " + file + " is back in " + database.path());
            said.addAll(recordings(database));
            return said;
        } catch (IOException | SQLException e) {
            throw new CannotRestore("The backup " + file + " cannot be brought back: " + e.getMessage(), e);
        }
    }

    private static void refuseWhileItRuns(DatabaseFile database) throws CannotRestore, SQLException {
        if (!database.exists()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(database.url())) {
            // Only the one who has the file to itself can leave the write-ahead log.
            connection.createStatement().execute("pragma locking_mode = exclusive");
            connection.createStatement().execute("begin exclusive");
            connection.createStatement().execute("rollback");
        } catch (SQLException e) {
            if (!DatabaseFile.isDamage(e)) {
                throw new CannotRestore("Porchlight still runs here. Stop it, then bring the backup back.", e);
            }
        }
    }

    private static void moveRecordings(Path arriving, Path folder) throws SQLException {
        String path = folder.toAbsolutePath().normalize().toString();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arriving)) {
            List<String> moves = new ArrayList<>(
                    List.of("update recording set folder = ?", "update settings set recordings_folder = ?"));
            if (connection.getMetaData().getTables(null, null, "snapshot", null).next()) { // an older backup has none
                moves.add("update snapshot set folder = ?");
            }
            for (String sql : moves) {
                try (PreparedStatement move = connection.prepareStatement(sql)) {
                    move.setString(1, path);
                    move.executeUpdate();
                }
            }
        }
    }

    private static List<String> recordings(DatabaseFile database) throws SQLException {
        RecordingComparison comparison = RecordingComparison.of(database);
        List<String> lines = new ArrayList<>();
        lines.add("Recordings: " + comparison.same() + " are there, "
                + comparison.missing().size() + " are missing, "
                + comparison.different().size() + " are not what they were.");
        comparison.missing().stream().limit(NAMED).forEach(file -> lines.add("Missing: " + file));
        comparison.different().stream().limit(NAMED).forEach(file -> lines.add("Different: " + file));
        return lines;
    }
}
