package org.porchlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.porchlight.backup.BackupOptions;
import org.porchlight.settings.CannotStart;
import org.porchlight.settings.PorchlightOptions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTest extends HouseTest {

    @Autowired
    JdbcAggregateTemplate rows;

    @Autowired
    JdbcClient database;

    record Thing(@Id long id, String name, Instant at) {}

    @Test
    void keepsRowsWithTheirInstantsAndPagesThem() {
        database.sql("create table thing (id integer primary key, name text not null, at integer not null)")
                .update();
        Instant at = Instant.parse("2026-11-22T18:40:12.345Z");
        for (String name : new String[] {"a", "b", "c"}) {
            assertThat(rows.insert(new Thing(0, name, at)).id()).isPositive();
        }
        rows.insert(new Thing(0, "long ago", Instant.EPOCH));

        Query page = Query.query(Criteria.where("at").is(at)).sort(Sort.by("name"));
        assertThat(rows.findAll(page.limit(1).offset(1), Thing.class)).containsExactly(new Thing(2, "b", at));
        assertThat(rows.findAll(page.offset(2), Thing.class)).containsExactly(new Thing(3, "c", at));
        assertThat(rows.count(Query.empty(), Thing.class)).isEqualTo(4);
        assertThat(rows.findById(4L, Thing.class)).isEqualTo(new Thing(4, "long ago", Instant.EPOCH));
        assertThat(database.sql("select typeof(at) from thing where id = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("integer");
    }

    @Test
    void writesAheadAndMindsForeignKeys() {
        assertThat(database.sql("pragma journal_mode").query(String.class).single())
                .isEqualTo("wal");
        assertThat(database.sql("pragma synchronous").query(Integer.class).single())
                .isEqualTo(2); // FULL
        assertThat(database.sql("pragma foreign_keys").query(Integer.class).single())
                .isOne();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInOneSentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path wrong : new Path[] {Path.of("/proc/porchlight"), file, file.resolve("below")}) {
            assertThatThrownBy(() ->
                            new Database().dataSource(new PorchlightOptions(null, wrong), BackupOptions.defaults()))
                    .isInstanceOfSatisfying(
                            CannotStart.class,
                            told -> assertThat(told.action()).endsWith("--porchlight.data-dir=FOLDER."))
                    .hasMessageContaining(wrong.toString());
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideAndNeverSilentlyReplaced() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        PorchlightOptions house = new PorchlightOptions(null, broken);
        Path backup = Files.createDirectories(broken.resolve("backups")).resolve("porchlight-2026-11-22-040000.zip");
        Files.createFile(backup);
        String content = "not a database at all, but long enough to look at";
        Files.writeString(broken.resolve("porchlight.db"), content);
        for (int starts = 0; starts < 2; starts++) {
            assertThatThrownBy(() -> new Database().dataSource(house, BackupOptions.defaults()))
                    .isInstanceOfSatisfying(
                            CannotStart.class,
                            told -> assertThat(told.action())
                                    .contains("--porchlight.restore=" + backup)
                                    .contains("--porchlight.begin-anew=true"))
                    .hasMessageStartingWith("Porchlight's database was damaged. It is kept as ");
            assertThat(broken.resolve("porchlight.db")).doesNotExist();
        }
        assertThat(aside(broken))
                .singleElement()
                .satisfies(file -> assertThat(file).hasContent(content));

        BackupOptions anew = new BackupOptions(null, 7, null, null, true);
        try (HikariDataSource source = (HikariDataSource) new Database().dataSource(house, anew)) {
            assertThat(source.isRunning()).isTrue();
        }
        assertThat(aside(broken)).hasSize(1);
    }

    private static List<Path> aside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("porchlight-damaged-"))
                    .toList();
        }
    }

    @Test
    void aPageThatIsDamagedIsFoundBeforeAnythingIsWritten() throws Exception {
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        PorchlightOptions house = new PorchlightOptions(null, damaged);
        Path file = damaged.resolve("porchlight.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table thing (name text)");
            statement.execute("with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)"
                    + " insert into thing select hex(randomblob(40)) from n");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4096), channel.size() / 2 / 4096 * 4096);
        }
        assertThatThrownBy(() -> new Database().dataSource(house, BackupOptions.defaults()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was damaged");
        assertThat(aside(damaged)).hasSize(1);
    }

    @Test
    void nobodyWhoWritesIsToldThatTheDatabaseIsBusy() throws Exception {
        database.sql("create table busy (id integer primary key autoincrement, name text not null)")
                .update();
        Path copies = Files.createDirectory(folder.resolve("copies"));
        String other = "jdbc:sqlite:" + folder.resolve("data/porchlight.db") + "?busy_timeout=10000";
        try (ExecutorService people = Executors.newFixedThreadPool(16)) {
            List<Future<?>> work = new ArrayList<>();
            for (int person = 0; person < 15; person++) {
                work.add(people.submit(() -> {
                    for (int i = 0; i < 40; i++) {
                        database.sql("insert into busy (name) values (?)")
                                .param("row " + i)
                                .update();
                        database.sql("select count(*) from busy")
                                .query(Integer.class)
                                .single();
                    }
                }));
            }
            work.add(people.submit(() -> {
                try (Connection backup = DriverManager.getConnection(other);
                        Statement statement = backup.createStatement()) {
                    for (int i = 0; i < 10; i++) {
                        statement.execute("vacuum into '" + copies.resolve(i + ".db") + "'");
                    }
                }
                return null;
            }));
            for (Future<?> one : work) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(database.sql("select count(*) from busy")
                        .query(Integer.class)
                        .single())
                .isEqualTo(600);
    }
}
