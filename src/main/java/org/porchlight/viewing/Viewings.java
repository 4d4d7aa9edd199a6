package org.porchlight.viewing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.porchlight.account.Member;
import org.porchlight.account.SessionEnded;
import org.porchlight.account.SessionMoved;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Sentence;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.Recorders;
import org.porchlight.recording.RecordingEnd;
import org.porchlight.recording.RecordingNow;
import org.porchlight.recording.RoomChanged;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InRounds;
import org.porchlight.settings.SettingsChanged;
import org.porchlight.settings.Sweeper;
import org.porchlight.settings.Ticker;
import org.porchlight.token.Token;
import org.porchlight.token.TokenRevoked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Who watches now. A viewing is a promise to be renewed: frames written to its viewer, or a heartbeat of the page, renew it;
 * one that is not renewed for the length of a lease has ended at its last sign of life, whatever the browser did not say.
 *
 * <p>Safe for any thread. Signs of life are kept in memory and written every few seconds, all in one transaction, by the same
 * thread that ends what has run out.
 */
@Service
public class Viewings implements InRounds {

    /** How long a viewing lives without a sign of life. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** What the log calls a reader that is no page of ours. */
    static final String PROGRAM = "Program";

    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Viewings.class);

    private final ViewingRows rows;
    private final Cameras cameras;
    private final Recorders recorders;
    private final EverySession everySession;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Ticker ticker;

    private final Map<Long, OpenViewing> open = new ConcurrentHashMap<>();
    private final Glances glances = new Glances();
    private final UnwrittenEnds unwritten;
    private volatile boolean stopping;
    private final Sweeper sweeper = new Sweeper("viewing-leases", SWEEP, this::sweep);

    Viewings(
            ViewingRows rows,
            Cameras cameras,
            Recorders recorders,
            HouseSettings settings,
            ApplicationEventPublisher events,
            Clock clock,
            Ticker ticker) {
        this.rows = rows;
        this.cameras = cameras;
        this.recorders = recorders;
        everySession = new EverySession(recorders, settings);
        this.events = events;
        this.clock = clock;
        this.ticker = ticker;
        unwritten = new UnwrittenEnds(rows);
    }

    /**
     * A member begins to watch. The row is written first. Where every session is to be recorded, so is this one.
     *
     * @param sessionId the HTTP session, with which the viewing ends at the latest
     * @param device what it is watched on, in words; may be empty
     */
    public Viewing begin(Member who, long cameraId, String sessionId, String device) {
        return begin(Watcher.of(who), cameraId, sessionId, device);
    }

    /** A program begins to watch; it is not recorded unless somebody asks for it. */
    Viewing begin(Token token, long cameraId) {
        return begin(Watcher.of(token), cameraId, sessionOf(token), PROGRAM);
    }

    private Viewing begin(Watcher who, long cameraId, String sessionId, String device) {
        if (stopping) {
            throw new IllegalStateException("Porchlight is stopping: no viewing can begin");
        }
        Viewing viewing = insert(who, cameraId, device);
        OpenViewing begun = new OpenViewing(viewing, sessionId, ticker.nanos());
        open.put(viewing.id(), begun);
        if (stopping) {
            end(viewing.id(), EndReason.SERVER_STOPPED);
        } else if (cameras.shutter(cameraId).isPresent()) { // just now: whoever told us did not know this one yet
            end(viewing.id(), EndReason.SHUTTER_CLOSED);
        } else if (cameras.find(cameraId).isEmpty()) {
            end(viewing.id(), EndReason.CAMERA_REMOVED);
        } else {
            everySession.begun(begun);
        }
        events.publishEvent(new ViewingBegan(viewing));
        return viewing;
    }

    /** Logs a look that is over at once: one picture, never recorded. */
    public void glance(Member who, long cameraId, String device) {
        glance(Watcher.of(who), cameraId, device);
    }

    /** Logs a program's look; those that follow each other closely are one viewing. */
    void glance(Token token, long cameraId) {
        Watcher who = Watcher.of(token);
        Instant now = now();
        long viewing = glances.goingOn(who, cameraId, now)
                .filter(before -> rows.prolong(before, now))
                .orElseGet(() -> glance(who, cameraId, PROGRAM));
        glances.remember(who, cameraId, viewing, now);
    }

    private long glance(Watcher who, long cameraId, String device) {
        Viewing viewing = insert(who, cameraId, device);
        rows.end(viewing.id(), viewing.startedAt(), EndReason.STOPPED);
        events.publishEvent(new ViewingEnded(viewing.ended(viewing.startedAt(), EndReason.STOPPED)));
        return viewing.id();
    }

    /** In the place of an HTTP session: programs have none. */
    private static String sessionOf(Token token) {
        return "token " + token.id();
    }

    private Viewing insert(Watcher who, long cameraId, String device) {
        String cameraName = cameras.find(cameraId)
                .map(Camera::name)
                .orElseThrow(() -> new IllegalArgumentException("There is no camera " + cameraId));
        Viewing asked =
                new Viewing(0, who.memberId(), who.name(), cameraId, cameraName, device, now(), null, null, null);
        return asked.withId(rows.insert(asked));
    }

    /** A sign of life. False when the viewing has ended. Costs a look into memory: call it for every frame. */
    public boolean renew(long id) {
        OpenViewing viewing = open.get(id);
        if (viewing == null) {
            return false;
        }
        viewing.seen(ticker.nanos());
        return true;
    }

    /** A picture of so many bytes was sent to the viewing's reader: a sign of life, and counted. */
    void delivered(long id, int bytes) {
        OpenViewing viewing = open.get(id);
        if (viewing != null) {
            viewing.delivered(bytes);
            viewing.seen(ticker.nanos());
        }
    }

    /** What the viewing's reader has got so far; a look into memory. */
    public Delivery delivery(long id) {
        OpenViewing viewing = open.get(id);
        return viewing == null ? Delivery.NOTHING : viewing.delivery();
    }

    /** Whether somebody is still watching; a look into memory. */
    public boolean isOpen(long id) {
        return open.containsKey(id);
    }

    /** The viewing, if it is still going on; a look into memory. */
    public Optional<Viewing> open(long id) {
        return Optional.ofNullable(open.get(id)).map(OpenViewing::viewing);
    }

    /** Who watches now, the one that began first in front. */
    public List<Viewing> open() {
        return open.values().stream()
                .map(OpenViewing::viewing)
                .sorted(Comparator.comparingLong(Viewing::id))
                .toList();
    }

    /** Ends a viewing, and its recording with it. Nothing happens when it has ended already. */
    public void end(long id, EndReason why) {
        OpenViewing viewing = open.get(id);
        if (viewing != null) {
            end(viewing, why, why == EndReason.CONNECTION_LOST ? viewing.lastSeen() : viewing.at(ticker.nanos()));
        }
    }

    /**
     * Records this viewing, from now until {@link #stopRecording} or its end.
     *
     * @throws CannotRecord with a sentence that says why
     */
    public void record(long id) throws CannotRecord {
        OpenViewing viewing = open.get(id);
        if (viewing == null) {
            throw ended();
        }
        synchronized (viewing) {
            if (viewing.hasEnded()) {
                throw ended();
            }
            recorders.start(id, viewing.viewing().cameraId());
        }
    }

    /** Stops the recording of this viewing; its file is finished within a second. */
    public void stopRecording(long id) {
        recorders.stop(id, RecordingEnd.STOPPED);
    }

    /** What the recorder of this viewing does now, and what went wrong last. */
    public RecordingNow recording(long id) {
        return recorders.running(id);
    }

    @EventListener
    void on(SessionEnded session) {
        endAll(
                session.sessionId(),
                session.why() == SessionEnded.Why.BY_OWNER ? EndReason.DISCONNECTED : EndReason.SIGNED_OUT);
    }

    @EventListener
    void on(SessionMoved session) {
        open.values().forEach(viewing -> viewing.sessionMoved(session.from(), session.to()));
    }

    @EventListener
    void on(TokenRevoked revoked) {
        endAll(sessionOf(revoked.token()), EndReason.REVOKED);
    }

    private void endAll(String sessionId, EndReason why) {
        endAll(viewing -> viewing.sessionId().equals(sessionId), why);
    }

    void endAll(Camera camera, EndReason why) {
        endAll(viewing -> viewing.viewing().cameraId() == camera.id(), why);
    }

    private void endAll(Predicate<OpenViewing> which, EndReason why) {
        open.values().stream()
                .filter(which)
                .forEach(viewing -> end(viewing.viewing().id(), why));
    }

    /** Also those who watch already are recorded, or not, as the house wishes. */
    @EventListener
    void on(SettingsChanged changed) {
        everySession.changed(changed, open.values());
    }

    /** What could not be recorded for want of room is recorded again. */
    @EventListener
    void on(RoomChanged changed) {
        if (changed.problem() == null) {
            everySession.resume(open.values());
        }
    }

    private void end(OpenViewing viewing, EndReason why, Instant at) {
        long id = viewing.viewing().id();
        synchronized (viewing) {
            if (!viewing.end(why)) {
                return;
            }
        }
        open.remove(id);
        try {
            recorders.viewingEnded(id, why.ofRecording());
        } finally {
            Viewing ended = viewing.viewing().ended(at, why);
            unwritten.add(ended);
            unwritten.write();
            events.publishEvent(new ViewingEnded(ended));
        }
    }

    /** Ends what has run out and writes signs of life. By the sweeper; a test calls it in its place. */
    void sweep() {
        long latest = ticker.nanos() - LEASE.toNanos();
        Map<Long, Instant> signs = new HashMap<>();
        for (OpenViewing viewing : open.values()) {
            if (viewing.seenNanos() - latest < 0) {
                end(viewing, EndReason.CONNECTION_LOST, viewing.lastSeen());
            } else if (viewing.takeUnwritten()) {
                signs.put(viewing.viewing().id(), viewing.lastSeen());
            }
        }
        rows.seen(signs);
        unwritten.write();
    }

    /** The clock was set: those who watch began at another time, by the new one. Their numbers are the answer. */
    List<Long> clockStepped(Duration by) {
        open.values().forEach(viewing -> viewing.clockStepped(by));
        return List.copyOf(open.keySet());
    }

    /** To the millisecond, as it is stored. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static CannotRecord ended() {
        return new CannotRecord(Sentence.of("viewing.ended"));
    }

    @Override
    public void start() {
        stopping = false;
        InRounds.super.start();
    }

    /** Ends every viewing while streams are still connected, so that their breaking off is not taken for the reason. */
    @Override
    public void stop() {
        stopping = true;
        InRounds.super.stop();
        open.keySet().forEach(id -> end(id, EndReason.SERVER_STOPPED));
    }

    @Override
    public Sweeper rounds() {
        return sweeper;
    }
}
