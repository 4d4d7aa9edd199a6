package org.porchlight.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.Sha256;

/**
 * What is there of the recordings that a database knows. One whose checksum was not known yet counts as the same if its size is.
 *
 * @param same how many are there and as they were
 */
record RecordingComparison(int same, List<Path> missing, List<Path> different) {

    /** Reads every recording: takes as long as the disk needs for that. */
    static RecordingComparison of(DatabaseFile database) throws SQLException {
        int same = 0;
        List<Path> missing = new ArrayList<>();
        List<Path> different = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select folder, file, bytes, sha256 from recording"
                        + " where state in ('COMPLETE', 'RECOVERED') order by folder, file")) {
            while (rows.next()) {
                Path file = Path.of(rows.getString("folder")).resolve(rows.getString("file"));
                if (!Files.isRegularFile(file)) {
                    missing.add(file);
                } else if (isSame(file, rows.getLong("bytes"), rows.getString("sha256"))) {
                    same++;
                } else {
                    different.add(file);
                }
            }
        }
        return new RecordingComparison(same, missing, different);
    }

    private static boolean isSame(Path file, long bytes, @Nullable String sha256) {
        try {
            return Files.size(file) == bytes
                    && (sha256 == null || Sha256.of(file).equals(sha256));
        } catch (IOException e) {
            return false;
        }
    }
}
