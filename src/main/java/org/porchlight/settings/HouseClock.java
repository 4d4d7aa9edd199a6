package org.porchlight.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Watches whether the clock on the wall goes as evenly as the {@link Ticker}. Small computers start with the time of their last
 * evening, or with 1970, until a time server tells them better. Whoever wrote down when something began is told when the clock is
 * set, and a clock that jumped by more than an hour is not believed for a day: by then, somebody would have put it right.
 */
@Component
public class HouseClock implements ClockTrust {

    /** Before this there was no Porchlight: a clock that says so was not set. */
    public static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    /** Less is what a time server corrects now and then. */
    static final Duration STEP = Duration.ofSeconds(2);

    /** More may let what is to be deleted by its age look older than it is. */
    static final Duration JUMP = Duration.ofHours(1);

    static final Duration NOT_BELIEVED = Duration.ofDays(1);

    /** A house that was off for longer may as well have a wrong clock now. */
    static final Duration LONGEST_ABSENCE = Duration.ofDays(30);

    private static final Duration NOTED_EVERY = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(HouseClock.class);

    private final Clock clock;
    private final Ticker ticker;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Sweeper sweeper = new Sweeper("house-clock", LOOK, this::look);

    private Instant lastSeen;
    private long lastNanos;
    private Instant lastNoted = Instant.EPOCH;
    private volatile long believedFromNanos;

    HouseClock(Clock clock, Ticker ticker, JdbcClient database, ApplicationEventPublisher events) {
        this.clock = clock;
        this.ticker = ticker;
        this.database = database;
        this.events = events;
        lastSeen = clock.instant();
        lastNanos = ticker.nanos();
        believedFromNanos = lastNanos;
    }

    @Override
    public boolean isTrusted() {
        return ticker.nanos() - believedFromNanos >= 0 && !clock.instant().isBefore(EARLIEST);
    }

    @PostConstruct
    void begin() {
        database.sql("SELECT seen_at FROM house_clock")
                .query(Long.class)
                .optional()
                .ifPresent(noted -> {
                    Duration away = Duration.between(Instant.ofEpochMilli(noted), lastSeen);
                    if (away.compareTo(JUMP.negated()) < 0 || away.compareTo(LONGEST_ABSENCE) > 0) {
                        doNotBelieve(
                                "It is " + lastSeen + ", and was " + Instant.ofEpochMilli(noted) + " when last seen");
                    }
                });
        sweeper.start();
    }

    @PreDestroy
    void end() {
        sweeper.stop();
    }

    /** Compares the two. By the sweeper; a test calls it in its place. */
    synchronized void look() {
        Instant now = clock.instant();
        long nanos = ticker.nanos();
        Instant expected = lastSeen.plusNanos(nanos - lastNanos);
        lastSeen = now;
        lastNanos = nanos;
        Duration step = Duration.between(expected, now);
        if (step.abs().compareTo(STEP) > 0) {
            if (step.abs().compareTo(JUMP) > 0) {
                doNotBelieve("It was " + expected + " and became " + now);
            } else {
                log.info("The clock was set by {} s", step.toMillis() / 1000.0);
            }
            events.publishEvent(new ClockStepped(step, expected));
        }
        note(now);
    }

    private void doNotBelieve(String why) {
        believedFromNanos = ticker.nanos() + NOT_BELIEVED.toNanos();
        log.warn("The clock jumped. {}. For a day, nothing is deleted for its age", why);
    }

    /** Of a time that is believed only: else the right one would look wrong at the next start. */
    private void note(Instant now) {
        if (isTrusted() && Duration.between(lastNoted, now).abs().compareTo(NOTED_EVERY) >= 0) {
            database.sql(
                            "INSERT INTO house_clock (id, seen_at) VALUES (1, :at) ON CONFLICT (id) DO UPDATE SET seen_at = :at")
                    .param("at", now.toEpochMilli())
                    .update();
            lastNoted = now;
        }
    }
}
