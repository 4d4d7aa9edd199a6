package org.porchlight.trail;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.porchlight.settings.ClockTrust;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.settings.Sweeper;
import org.porchlight.viewing.OldViewings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How long the log and the trail remember. Lines that are older go, once an hour, as far as nothing that was recorded hangs on them;
 * while the clock cannot be believed, none does. Safe for any thread.
 */
@Service
public class LogRetention {

    /** Until an owner decides: two summers, so that what happened in the last one can be looked up. */
    public static final int DEFAULT_MONTHS = 24;

    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(LogRetention.class);

    private final JdbcClient database;
    private final OldViewings viewings;
    private final Trail trail;
    private final ClockTrust trust;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;
    private final Sweeper sweeper = new Sweeper("log-retention", HOURLY, this::prune);

    LogRetention(
            JdbcClient database,
            OldViewings viewings,
            Trail trail,
            ClockTrust trust,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.database = database;
        this.viewings = viewings;
        this.trail = trail;
        this.trust = trust;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** How many months; 0: for ever. */
    public int months() {
        return database.sql("SELECT months FROM log_retention")
                .query(Integer.class)
                .optional()
                .orElse(DEFAULT_MONTHS);
    }

    /** An owner decides; what is too old by that goes within the hour. */
    @OwnersOnly
    public void choose(int months) {
        int before = months();
        if (months != before) {
            database.sql("INSERT INTO log_retention (id, months) VALUES (1, :months)"
                            + " ON CONFLICT (id) DO UPDATE SET months = :months")
                    .param("months", months)
                    .update();
            events.publishEvent(new LogRetentionChanged(before, months));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        sweeper.start();
    }

    @PreDestroy
    void end() {
        sweeper.stop();
    }

    /** Has what is too old go. By the sweeper; a test calls it in its place. */
    void prune() {
        int months = months();
        if (months == 0 || !trust.isTrusted()) {
            return;
        }
        Instant before = clock.instant().atZone(zone).minusMonths(months).toInstant();
        int gone = viewings.deleteBefore(before);
        int lines = trail.deleteBefore(before);
        if (gone + lines > 0) {
            log.info("{} viewings and {} lines of the trail are older than {} months and gone", gone, lines, months);
        }
    }
}
