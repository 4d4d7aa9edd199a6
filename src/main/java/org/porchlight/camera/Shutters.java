package org.porchlight.camera;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.settings.ClockTrust;
import org.porchlight.settings.InRounds;
import org.porchlight.settings.MembersOnly;
import org.porchlight.settings.Sweeper;
import org.porchlight.settings.Ticker;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The shutters of the cameras. Every member may close one, and open it again: it protects them all. One that was closed for a
 * time opens by itself, also when Porchlight was started anew meanwhile. Safe for any thread.
 */
@Service
public class Shutters implements InRounds {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Cameras cameras;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Ticker ticker;
    private final ClockTrust trust;

    /** When the time of each has passed by the ticker, as far as this run of the server knows. */
    private final Map<Long, Due> due = new ConcurrentHashMap<>();

    private final Sweeper sweeper = new Sweeper("shutters", LOOK, this::look);

    private record Due(Shutter shutter, long nanos) {}

    Shutters(
            Cameras cameras,
            CurrentMember me,
            ApplicationEventPublisher events,
            Clock clock,
            Ticker ticker,
            ClockTrust trust) {
        this.cameras = cameras;
        this.me = me;
        this.events = events;
        this.clock = clock;
        this.ticker = ticker;
        this.trust = trust;
    }

    /**
     * Closes the shutter of a camera: it is let go, and whoever looks sees nothing more. One that is closed gets another time.
     *
     * @param until when it opens by itself; null: when somebody opens it
     */
    @MembersOnly
    public void close(long camera, @Nullable Instant until) {
        String by = me.get().username();
        Instant since = cameras.shutter(camera).map(Shutter::since).orElseGet(this::now);
        set(camera, new Shutter(by, since, until), by);
    }

    /** Opens the shutter of a camera. Nothing happens when it is open. */
    @MembersOnly
    public void open(long camera) {
        if (cameras.shutter(camera).isPresent()) {
            set(camera, null, me.get().username());
        }
    }

    /** Opens those whose time has come. By the sweeper; a test calls it in its place. */
    void look() {
        for (Camera camera : cameras.all()) {
            cameras.shutter(camera.id())
                    .filter(shutter -> isOver(camera.id(), shutter))
                    .ifPresent(over -> set(camera.id(), null, null));
        }
    }

    /** By the clock; while that is not to be trusted, not before as much time has passed either: it may have jumped. */
    private boolean isOver(long camera, Shutter shutter) {
        Instant until = shutter.until();
        if (until == null) {
            return false;
        }
        Due known = due.compute(
                camera,
                (id, before) -> before != null && before.shutter().equals(shutter)
                        ? before
                        : new Due(
                                shutter,
                                ticker.nanos() + Duration.between(now(), until).toNanos()));
        return !now().isBefore(until) && (trust.isTrusted() || ticker.nanos() - known.nanos() >= 0);
    }

    private void set(long id, @Nullable Shutter shutter, @Nullable String by) {
        cameras.find(id).filter(camera -> cameras.shut(id, shutter)).ifPresent(camera -> {
            if (shutter != null) {
                isOver(id, shutter); // from now on, by the ticker
            }
            events.publishEvent(new ShutterChanged(camera, shutter, by));
        });
    }

    /** To the millisecond, as it is stored. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    @Override
    public Sweeper rounds() {
        return sweeper;
    }
}
