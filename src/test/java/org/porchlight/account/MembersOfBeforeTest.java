package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the step to version 6 does with a house that is lived in. */
class MembersOfBeforeTest {
    private static final String ADD = "INSERT INTO member (username, name_key, password_hash, role, state, created_at)"
            + " VALUES (?, ?, 'hash', 'MEMBER', 'ACTIVE', 1) RETURNING id";

    @TempDir
    Path folder;

    @Test
    void theyAreStillThereAndTheNumbersOfThoseWhoAreGoneAreNotUsedAgain() {
        try (TestDatabase house = new TestDatabase(folder, "5")) {
            JdbcClient database = house.client();
            long ana = add(database, "Ana");
            long gone = add(database, "Ben");
            database.sql("DELETE FROM member WHERE id = ?").param(gone).update();

            house.migrateTo("6");

            assertThat(database.sql("SELECT username FROM member WHERE id = ? AND seen_at IS NULL")
                            .param(ana)
                            .query((row, number) -> row.getString("username"))
                            .list())
                    .containsExactly("Ana");
            assertThat(add(database, "Jo")).isGreaterThan(gone);
        }
    }

    private static long add(JdbcClient database, String username) {
        return database.sql(ADD)
                .params(username, username)
                .query((row, number) -> row.getLong("id"))
                .single();
    }
}
