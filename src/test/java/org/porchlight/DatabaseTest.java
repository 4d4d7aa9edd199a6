package org.porchlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
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
        assertThat(database.sql("pragma foreign_keys").query(Integer.class).single())
                .isOne();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInOneSentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path wrong : new Path[] {Path.of("/proc/porchlight"), file, file.resolve("below")}) {
            assertThatThrownBy(() -> new Database().dataSource(new PorchlightOptions(null, wrong)))
                    .isInstanceOfSatisfying(
                            CannotStart.class,
                            told -> assertThat(told.action()).endsWith("--porchlight.data-dir=FOLDER."))
                    .hasMessageContaining(wrong.toString());
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsToldInOneSentence() throws Exception {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("porchlight.db"), "not a database at all, but long enough to look at");
        assertThatThrownBy(() -> new Database().dataSource(new PorchlightOptions(null, broken)))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("Porchlight cannot use its database");
    }
}
