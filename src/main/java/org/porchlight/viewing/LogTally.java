package org.porchlight.viewing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much of the log a filter leaves. The database keeps the count of each day of UTC, person and camera; these are added up, and
 * line by line only what is counted that lies in front of the first whole day and after the last. A million lines take a few
 * milliseconds, and exactly as many are found as {@link LogQuery} finds.
 */
@Component
class LogTally {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final JdbcClient database;
    private final ZoneId zone;

    LogTally(JdbcClient database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    LogSummary of(LogFilter filter) {
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        long begin = from == null ? 0 : LogQuery.begin(from, zone).toEpochMilli();
        long end = to == null
                ? Long.MAX_VALUE / DAY * DAY
                : LogQuery.begin(to.plusDays(1), zone).toEpochMilli();
        if (begin >= end) {
            return new LogSummary(0, 0);
        }
        long firstDay = Math.ceilDiv(begin, DAY);
        long lastDay = Math.max(firstDay, end / DAY);
        Map<String, Object> params = new HashMap<>(Map.of(
                "firstDay", firstDay,
                "lastDay", lastDay,
                "begin", begin,
                "wholeFrom", Math.min(firstDay * DAY, end),
                "wholeTo", lastDay * DAY,
                "end", end));
        String whose = LogQuery.whose(filter, params).stream()
                .map(condition -> " AND " + condition)
                .reduce("", String::concat);
        LogSummary all = database.sql("""
                        SELECT coalesce(sum(viewings), 0) AS viewings, coalesce(sum(recorded), 0) AS recorded FROM (
                            SELECT viewings, recorded FROM viewing_tally WHERE day >= :firstDay AND day < :lastDay%1$s
                            UNION ALL SELECT 1, recorded FROM viewing
                                WHERE trashed_at IS NULL AND started_at >= :begin AND started_at < :wholeFrom%1$s
                            UNION ALL SELECT 1, recorded FROM viewing
                                WHERE trashed_at IS NULL AND started_at >= :wholeTo AND started_at < :end%1$s)""".formatted(whose))
                .params(params)
                .query((row, number) -> new LogSummary(row.getLong("viewings"), row.getLong("recorded")))
                .single();
        return filter.recordedOnly() ? new LogSummary(all.recorded(), all.recorded()) : all;
    }
}
