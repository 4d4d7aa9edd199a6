package org.porchlight.recording;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.StorageReport.Day;
import org.porchlight.settings.OwnersOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Reports how the storage stands. Disks are asked on a thread of its own; whoever reads gets what was measured last. */
@Service
public class StorageReports {

    /** How many days a report looks back. */
    static final int DAYS = 30;

    private static final int NEXT = 5;

    private final RoomMeter meter;
    private final Pruning pruning;
    private final RecordedDays recorded;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;
    private final Errand measuring = new Errand("storage-report", this::report);
    private volatile @Nullable StorageReport last;

    StorageReports(
            RoomMeter meter,
            Pruning pruning,
            RecordedDays recorded,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.meter = meter;
        this.pruning = pruning;
        this.recorded = recorded;
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
        return recorded.read(today.minusDays(DAYS - 1L), today);
    }

    @PreDestroy
    void end() {
        measuring.end();
    }
}
