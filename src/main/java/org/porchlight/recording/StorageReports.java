package org.porchlight.recording;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.StorageReport.Day;
import org.porchlight.settings.OwnersOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reports how the storage stands. Disks are asked on a thread of its own; whoever reads gets what was measured last. */
@Service
public class StorageReports {

    /** How many days a report looks back. */
    static final int DAYS = 30;

    private static final int NEXT = 5;

    private final JdbcClient database;
    private final RoomMeter meter;
    private final Pruning pruning;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;
    private final Errand measuring = new Errand("storage-report", this::report);
    private volatile @Nullable StorageReport last;

    StorageReports(
            JdbcClient database,
            RoomMeter meter,
            Pruning pruning,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.database = database;
        this.meter = meter;
        this.pruning = pruning;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** What was measured last; a look into memory. Empty when nobody has asked for it yet. */
    @OwnersOnly
    public Optional<StorageReport> last() {
        return Optional.ofNullable(last);
    }

    /** Has it measured, in the background; {@link StorageMeasured} tells when that is done. */
    @OwnersOnly
    public void measure() {
        measuring.ask();
    }

    private void report() {
        last = new StorageReport(
                meter.measure(),
                days(),
                pruning.upcoming(NEXT).stream().limit(NEXT).toList(),
                clock.instant());
        events.publishEvent(new StorageMeasured());
    }

    private List<Day> days() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate first = today.minusDays(DAYS - 1L);
        Map<LocalDate, Day> recorded = new HashMap<>();
        database.sql("SELECT asked_at, bytes FROM recording WHERE asked_at >= :from AND bytes > 0")
                .param("from", first.atStartOfDay(zone).toInstant().toEpochMilli())
                .query(row -> {
                    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong("asked_at")), zone);
                    recorded.merge(
                            day,
                            new Day(day, row.getLong("bytes"), 1),
                            (one, more) -> new Day(day, one.bytes() + more.bytes(), one.recordings() + 1));
                });
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(today); day = day.plusDays(1)) {
            days.add(recorded.getOrDefault(day, new Day(day, 0, 0)));
        }
        return days;
    }

    @PreDestroy
    void end() {
        measuring.end();
    }
}
