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

    /** Noted in the place of a time, so that a start before the day is over does not believe the clock either. */
    private static final long JUST_JUMPED = 0;

    private static final Duration NOTED_EVERY = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(HouseClock.class);

    private final Clock clock;
    private final Ticker ticker;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Sweeper sweeper = new Sweeper("house-clock", LOOK, this::look);

    /** What both said at the same time. */
    private record Seen(Instant at, long nanos) {

        Instant later(long nanosThen) {
            return at.plusNanos(nanosThen - nanos);
        }
    }

    private volatile Seen seen;
    private Instant lastNoted = Instant.EPOCH;
    private volatile long believedFromNanos;

    HouseClock(Clock clock, Ticker ticker, JdbcClient database, ApplicationEventPublisher events) {
        this.clock = clock;
        this.ticker = ticker;
        this.database = database;
        this.events = events;
        seen = new Seen(clock.instant(), ticker.nanos());
        believedFromNanos = seen.nanos();
    }

    @Override
    public boolean isTrusted() {
        Instant now = clock.instant();
        long nanos = ticker.nanos();
        Duration step = Duration.between(seen.later(nanos), now);
        return nanos - believedFromNanos >= 0
                && !now.isBefore(EARLIEST)
                && step.abs().compareTo(JUMP) <= 0;
    }

    @PostConstruct
    void begin() {
        database.sql("SELECT seen_at FROM house_clock")
                .query(Long.class)
                .optional()
                .ifPresent(noted -> {
                    Instant now = seen.at();
                    Duration away = Duration.between(Instant.ofEpochMilli(noted), now);
                    if (away.compareTo(JUMP.negated()) < 0 || away.compareTo(LONGEST_ABSENCE) > 0) {
                        doNotBelieve(
                                noted == JUST_JUMPED
                                        ? "It had jumped less than a day before this start"
                                        : "It is " + now + ", and was " + Instant.ofEpochMilli(noted)
                                                + " when last seen");
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
        Instant expected = seen.later(nanos);
        Duration step = Duration.between(expected, now);
        boolean jumped = step.abs().compareTo(JUMP) > 0;
        if (jumped) {
            doNotBelieve("It was " + expected + " and became " + now);
        }
        seen = new Seen(now, nanos);
        if (step.abs().compareTo(STEP) > 0) {
            if (!jumped) {
                log.info("The clock was set by {} s", step.toMillis() / 1000.0);
            }
            events.publishEvent(new ClockStepped(step, expected));
        }
        if (jumped) {
            write(JUST_JUMPED);
        }
        note(now);
    }

    private void doNotBelieve(String why) {
        believedFromNanos = ticker.nanos() + NOT_BELIEVED.toNanos();
        lastNoted = Instant.EPOCH;
        log.warn("The clock jumped. {}. For a day, nothing is deleted for its age", why);
    }

    /** Of a time that is believed only: else the right one would look wrong at the next start. */
    private void note(Instant now) {
        if (isTrusted() && Duration.between(lastNoted, now).abs().compareTo(NOTED_EVERY) >= 0) {
            write(now.toEpochMilli());
            lastNoted = now;
        }
    }

    private void write(long seenAt) {
        database.sql(
                        "INSERT INTO house_clock (id, seen_at) VALUES (1, :at) ON CONFLICT (id) DO UPDATE SET seen_at = :at")
                .param("at", seenAt)
                .update();
    }
}
