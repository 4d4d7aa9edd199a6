package org.porchlight.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real database, SQLite with every migration, in a file of a test's own folder. */
public final class TestDatabase implements AutoCloseable {

    private final HikariDataSource source = new HikariDataSource();

    public TestDatabase(Path folder) {
        this(folder, "latest");
    }

    /** As a version of before left it. */
    public TestDatabase(Path folder, String version) {
        source.setJdbcUrl("jdbc:sqlite:" + folder.resolve("porchlight.db")
                + "?journal_mode=WAL&busy_timeout=10000&foreign_keys=on");
        source.setMaximumPoolSize(1);
        migrateTo(version);
    }

    public void migrateTo(String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** A viewing of the front door that goes on since 1970: something for recordings to belong to. */
    public TestDatabase withViewing(long id, String username) {
        client().sql(
                        "INSERT INTO viewing (id, member_id, username, camera_id, camera_name, device, started_at, seen_at)"
                                + " VALUES (:id, :id, :who, 1, 'Front door', '', 0, 0)")
                .param("id", id)
                .param("who", username)
                .update();
        return this;
    }

    @Override
    public void close() {
        source.close();
    }
}
