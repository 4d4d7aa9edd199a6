package org.porchlight;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.porchlight.backup.BackupOptions;
import org.porchlight.backup.DatabaseFile;
import org.porchlight.backup.DatabaseOpening;
import org.porchlight.settings.CannotStart;
import org.porchlight.settings.PorchlightOptions;
import org.porchlight.settings.TrialFile;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

/**
 * The one SQLite file that holds everything but the recordings. One connection: SQLite has one writer, and what is asked
 * of it here takes less than a millisecond. Instants are stored as UTC epoch milliseconds.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupOptions.class)
class Database {
    /**
     * {@code synchronous=FULL} has every change on the disk before anybody is told that it is done: a row that says that a file is
     * complete, or being deleted, must not be lost in a power cut after which the file is as the row says. A change so takes as
     * long as the disk needs, some milliseconds; there are a few a minute. Backups read beside the one writer, hence the timeout.
     */
    private static final String PRAGMAS = "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&foreign_keys=on";

    private static final String OTHER_FOLDER = "Start it with --porchlight.data-dir=FOLDER.";

    @Bean
    DataSource dataSource(PorchlightOptions options, BackupOptions backups) {
        Path folder = options.dataDir().toAbsolutePath().normalize();
        makeFolder(folder);
        DatabaseFile file = DatabaseFile.in(folder);
        DatabaseOpening opening = new DatabaseOpening(file, options, backups);
        opening.look();
        String url = file.url() + PRAGMAS;
        try {
            tryOut(url);
        } catch (SQLException e) {
            throw opening.refusal(e);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("porchlight.db");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    @Bean
    JdbcDialect sqlite() {
        return new SqliteDialect();
    }

    @Bean
    JdbcCustomConversions sqliteConversions(JdbcDialect sqlite) {
        return JdbcCustomConversions.of(sqlite, List.of(MillisOfInstant.INSTANCE, InstantOfMillis.INSTANCE));
    }

    /** For the eyes of the server's user alone: it holds password hashes. */
    private static void makeFolder(Path folder) {
        try {
            boolean made = !Files.isDirectory(folder);
            Files.createDirectories(folder);
            if (made && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            TrialFile.write(folder);
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart(
                    "Porchlight cannot keep its data in " + folder + ", because a file is in the way.",
                    OTHER_FOLDER,
                    e);
        } catch (IOException e) {
            throw new CannotStart(
                    "Porchlight cannot keep its data in " + folder + ", because its user may not write there.",
                    OTHER_FOLDER,
                    e);
        }
    }

    /** Without the pool, which would try again for half a minute. */
    private static void tryOut(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma user_version");
            statement.execute("begin immediate");
            statement.execute("rollback");
        }
    }

    @WritingConverter
    private enum MillisOfInstant implements Converter<Instant, Long> {
        INSTANCE;

        @Override
        public Long convert(Instant instant) {
            return instant.toEpochMilli();
        }
    }

    @ReadingConverter
    private enum InstantOfMillis implements Converter<Number, Instant> {
        INSTANCE;

        @Override
        public Instant convert(Number millis) {
            return Instant.ofEpochMilli(millis.longValue());
        }
    }
}
