package org.porchlight.recording;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.porchlight.recording.RecordingNow.State;
import org.porchlight.settings.ClockStepped;
import org.porchlight.settings.HouseSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The running recordings, one of a viewing at most. Whoever records sees and touches the recording of that viewing alone.
 * Safe for any thread. The caller sees to it that a viewing that has ended does not start one.
 */
@Service
public class Recorders implements SmartLifecycle {

    private static final Duration LONGEST_FINISH = Duration.ofSeconds(10);
    private static final Problem ROOM_AGAIN = new Problem(Sentence.of("recording.again"), true);
    private static final RecordingNow NONE = new RecordingNow(State.NONE, null, null);

    private final RecordingEngine engine;
    private final RecordingRows rows;
    private final RecordingFolder folder;
    private final HouseSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    /** The recording of each viewing that wants one. */
    private final Map<Long, RecordingSession> sessions = new ConcurrentHashMap<>();
    /** Every session whose file is not finished, also those that nobody wants any more. */
    private final Set<RecordingSession> unfinished = ConcurrentHashMap.newKeySet();
    /** What went wrong last, of viewings that are still open. */
    private final Map<Long, Problem> problems = new ConcurrentHashMap<>();

    private volatile boolean running;

    /** What to say, and whether it is about the disk. */
    private record Problem(Sentence sentence, boolean ofDisk) {}

    Recorders(
            RecordingEngine engine,
            RecordingRows rows,
            RecordingFolder folder,
            HouseSettings settings,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.engine = engine;
        this.rows = rows;
        this.folder = folder;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Records a viewing from now on, because somebody asked for it; what the camera saw just before is in the recording, as
     * long as the house wishes.
     *
     * @throws CannotRecord when there is no picture, no place to write it, or it is recorded already
     */
    public void start(long viewingId, long cameraId) throws CannotRecord {
        if (!engine.hasPicture(cameraId)) {
            throw refused(viewingId, new CannotRecord(Sentence.of("recording.noPictureNow")), false);
        }
        begin(viewingId, cameraId, false, settings.current().preRoll());
    }

    /**
     * Records a viewing from its first picture on, now or later, because every session is to be recorded.
     *
     * @throws CannotRecord when there is no place to write it, or it is recorded already
     */
    public void startWithFirstPicture(long viewingId, long cameraId) throws CannotRecord {
        begin(viewingId, cameraId, true, Duration.ZERO);
    }

    /** Asks the recording of a viewing to stop; its file is finished within a second. Nothing happens when there is none. */
    public void stop(long viewingId, RecordingEnd why) {
        RecordingSession session = sessions.remove(viewingId);
        if (session != null) {
            session.stop(why);
            changed(viewingId);
        }
    }

    /** Stops the recording of a viewing if nobody asked for it by hand. */
    public void stopAutomatic(long viewingId, RecordingEnd why) {
        RecordingSession session = sessions.get(viewingId);
        if (session != null && session.automatic()) {
            stop(viewingId, why);
        }
    }

    /** Stops the recording of a viewing that has ended, and forgets what went wrong in it. */
    public void viewingEnded(long viewingId, RecordingEnd why) {
        stop(viewingId, why);
        problems.remove(viewingId);
    }

    /** What the recorder of a viewing does now. */
    public RecordingNow running(long viewingId) {
        RecordingSession session = sessions.get(viewingId);
        if (session != null) {
            return session.now();
        }
        Problem problem = problems.get(viewingId);
        return problem == null ? NONE : new RecordingNow(State.NONE, null, problem.sentence());
    }

    private void begin(long viewingId, long cameraId, boolean automatic, Duration preRoll) throws CannotRecord {
        RecordingSession session = new RecordingSession(this, viewingId, cameraId, automatic, preRoll);
        if (sessions.putIfAbsent(viewingId, session) != null) {
            throw new CannotRecord(Sentence.of("recording.already"));
        }
        unfinished.add(session);
        try {
            session.begin();
            problems.remove(viewingId);
        } catch (CannotRecord e) {
            throw refused(viewingId, e, true);
        } finally {
            if (!session.hasBegun()) {
                sessions.remove(viewingId, session);
                unfinished.remove(session);
            }
        }
        changed(viewingId);
    }

    private CannotRecord refused(long viewingId, CannotRecord why, boolean ofDisk) {
        problems.put(viewingId, new Problem(why.sentence(), ofDisk));
        changed(viewingId);
        return why;
    }

    /** Ends in good order what is being written to this folder, because its disk is almost full, or was taken away. */
    void endIn(Path folder, Sentence sentence) {
        unfinished.forEach(session -> session.cutShort(folder, sentence));
    }

    /** What could not be recorded for want of room can be asked for again. */
    @EventListener
    void on(RoomChanged changed) {
        if (changed.problem() == null) {
            problems.replaceAll((viewing, problem) -> problem.ofDisk() ? ROOM_AGAIN : problem);
        }
    }

    /** Whether something could not be recorded for want of room, and was not asked for again since. */
    boolean lackRoom() {
        return problems.values().stream().anyMatch(problem -> problem.ofDisk() && !problem.equals(ROOM_AGAIN));
    }

    /** Whether the recording with this id is in somebody's hands, so that nobody else may settle it. */
    boolean isWriting(String recordingId) {
        return unfinished.stream().anyMatch(session -> session.writes(recordingId));
    }

    /** The clock was set: by the new one, what is recorded now began at another time. */
    @EventListener
    void on(ClockStepped step) {
        rows.moveRunning(unfinished.stream().map(RecordingSession::viewingId).toList(), step.by());
        unfinished.forEach(session -> session.clockStepped(step.by()));
    }

    /** By a session, when its last file is finished. */
    void finished(RecordingSession session, @Nullable Sentence problem) {
        boolean told = sessions.remove(session.viewingId(), session) || session.stoppedByHand();
        if (told && problem != null) {
            problems.put(session.viewingId(), new Problem(problem, session.lacksRoom()));
        }
        unfinished.remove(session);
    }

    void changed(long viewingId) {
        events.publishEvent(new RecordingChanged(viewingId));
    }

    RecordingEngine engine() {
        return engine;
    }

    RecordingRows rows() {
        return rows;
    }

    RecordingFolder folder() {
        return folder;
    }

    Clock clock() {
        return clock;
    }

    ZoneId zone() {
        return zone;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Finishes every file. After the viewings have ended, before anything that recordings need is closed. */
    @Override
    public void stop() {
        running = false;
        for (RecordingSession session : unfinished) {
            session.stop(RecordingEnd.SERVER_STOPPED);
        }
        long deadline = System.nanoTime() + LONGEST_FINISH.toNanos();
        for (RecordingSession session : unfinished) {
            session.awaitFinished(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
