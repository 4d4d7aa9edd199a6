package org.porchlight.viewing;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The far end of the log. */
@Component
public class OldViewings {

    /** So many in one transaction: whoever wants to write meanwhile waits for some milliseconds. */
    private static final int AT_ONCE = 500;

    private final JdbcClient database;

    public OldViewings(JdbcClient database) {
        this.database = database;
    }

    /**
     * Deletes the viewings that began before a time, but for those that go on, that were recorded or have a picture, or that are in the trash, which has
     * a time of its own.
     *
     * @return how many
     */
    public int deleteBefore(Instant before) {
        int all = 0;
        int some;
        do {
            some = database.sql("""
                            DELETE FROM viewing WHERE id IN (SELECT id FROM viewing AS old
                                WHERE started_at < :before AND trashed_at IS NULL AND ended_at IS NOT NULL
                                AND NOT EXISTS (SELECT 1 FROM recording WHERE viewing_id = old.id)
                                AND NOT EXISTS (SELECT 1 FROM snapshot WHERE viewing_id = old.id)
                                ORDER BY started_at LIMIT :limit)""")
                    .param("before", before.toEpochMilli())
                    .param("limit", AT_ONCE)
                    .update();
            all += some;
        } while (some == AT_ONCE);
        return all;
    }
}
