package org.porchlight.recording;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.porchlight.recording.StorageReport.Day;
import org.porchlight.settings.MembersOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What was recorded on each day of the house and is still there. Safe for any thread. */
@Service
public class RecordedDays {
    private final JdbcClient database;
    private final ZoneId zone;

    RecordedDays(JdbcClient database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /** Each day from the first to the last, both included; also those with nothing. */
    @MembersOnly
    public List<Day> between(LocalDate first, LocalDate last) {
        return read(first, last);
    }

    /** The same, for the house itself. */
    List<Day> read(LocalDate first, LocalDate last) {
        Map<LocalDate, Day> recorded = new HashMap<>();
        database.sql(
                        "SELECT asked_at, bytes FROM recording WHERE asked_at >= :from AND asked_at < :until AND bytes > 0")
                .param("from", begin(first))
                .param("until", begin(last.plusDays(1)))
                .query(row -> {
                    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong("asked_at")), zone);
                    recorded.merge(
                            day,
                            new Day(day, row.getLong("bytes"), 1),
                            (one, more) -> new Day(day, one.bytes() + more.bytes(), one.recordings() + 1));
                });
        return first.datesUntil(last.plusDays(1))
                .map(day -> recorded.getOrDefault(day, new Day(day, 0, 0)))
                .toList();
    }

    private long begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
