package org.porchlight.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads a database with a connection of its own, beside the application's: in WAL mode neither waits for the other. */
final class DatabaseCopy {

    private DatabaseCopy() {}

    /** Writes all of it, as it is at one moment, to a file that is empty. */
    static void write(DatabaseFile database, Path to) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url() + "?busy_timeout=10000");
                PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, to.toString());
            copy.execute();
        }
    }

    /** The recordings whose checksums are known, in the way of sha256sum. */
    static List<String> checksums(Path copy) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sha256, folder, file from recording"
                        + " where sha256 is not null and state in ('COMPLETE', 'RECOVERED') order by folder, file")) {
            while (rows.next()) {
                lines.add(rows.getString("sha256") + "  "
                        + Path.of(rows.getString("folder")).resolve(rows.getString("file")));
            }
        }
        return lines;
    }
}
