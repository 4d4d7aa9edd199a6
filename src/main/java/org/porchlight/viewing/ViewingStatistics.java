package org.porchlight.viewing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.porchlight.settings.MembersOnly;
import org.porchlight.viewing.ViewingFigures.Share;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Counts what stands in the log. The database counts quarters of an hour, out of an index alone; these are then put on the clock
 * of the house, for everywhere on earth hours begin with one, and days of 23 or 25 hours come out right. Safe for any thread.
 */
@Service
@MembersOnly
public class ViewingStatistics {
    private static final long QUARTER = Duration.ofMinutes(15).toMillis();

    private final JdbcClient database;
    private final ViewingLog log;
    private final ZoneId zone;

    ViewingStatistics(JdbcClient database, ViewingLog log, ZoneId zone) {
        this.database = database;
        this.log = log;
        this.zone = zone;
    }

    /** What began from the first to the last day, both included. */
    public ViewingFigures between(LocalDate first, LocalDate last) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, 0));
        int[][] hours = new int[7][24]; // from Monday on
        database.sql("""
                        SELECT started_at / :quarter AS quarter, count(*) AS viewings FROM viewing
                        WHERE trashed_at IS NULL AND started_at >= :from AND started_at < :until GROUP BY 1""")
                .param("quarter", QUARTER)
                .param("from", LogQuery.begin(first, zone).toEpochMilli())
                .param("until", LogQuery.begin(last.plusDays(1), zone).toEpochMilli())
                .query(row -> {
                    ZonedDateTime at = Instant.ofEpochMilli(row.getLong("quarter") * QUARTER)
                            .atZone(zone);
                    int viewings = row.getInt("viewings");
                    days.merge(at.toLocalDate(), viewings, Integer::sum);
                    hours[at.getDayOfWeek().ordinal()][at.getHour()] += viewings;
                });
        LogFilter range = new LogFilter(first, last, null);
        return new ViewingFigures(
                log.summary(range),
                days,
                Arrays.stream(hours)
                        .map(day -> Arrays.stream(day).boxed().toList())
                        .toList(),
                shares(log.usernames().stream().map(name -> share(name, range.of(name)))),
                shares(log.cameras().stream().map(camera -> share(camera.name(), range.through(camera.id())))));
    }

    private Share share(String name, LogFilter of) {
        return new Share(name, log.summary(of).viewings());
    }

    private static List<Share> shares(Stream<Share> all) {
        return all.filter(share -> share.viewings() > 0)
                .sorted(Comparator.comparing(Share::viewings).reversed().thenComparing(Share::name))
                .toList();
    }
}
