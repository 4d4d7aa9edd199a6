package org.porchlight.recording;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.porchlight.recording.MoveDecided.What;
import org.porchlight.recording.MoveNow.State;
import org.porchlight.recording.MoveRows.Elsewhere;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.settings.SettingsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Moves the recordings of other folders to the one in force, because an owner wishes it, on a thread of its own. The wish is in
 * the database: it outlives a restart. Until then, and in the meantime, recordings are watched where they lie. Safe for any
 * thread.
 */
@Service
public class Moves implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Moves.class);
    private static final long LONGEST_STOP_SECONDS = 10;
    private static final long OFTEN_ENOUGH_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final MoveRows moves;
    private final MoveRun run;
    private final RecordingFolder folder;
    private final ApplicationEventPublisher events;

    private volatile @Nullable ExecutorService thread;
    private volatile boolean wanted;
    /** What the run has told last; null while none is at work. */
    private volatile @Nullable MoveNow told;
    /** The moving thread's own. */
    private long toldNanos;
    /** Why the last run left some where they are. */
    private volatile @Nullable Sentence remark;

    Moves(MoveRows moves, MoveRun run, RecordingFolder folder, ApplicationEventPublisher events) {
        this.moves = moves;
        this.run = run;
        this.folder = folder;
        this.events = events;
    }

    /** How far it has come. Asks the database at most, never a disk. */
    @OwnersOnly
    public MoveNow now() {
        MoveNow atWork = told;
        if (atWork != null) {
            return atWork;
        }
        Path target = folder.current();
        Elsewhere left = moves.elsewhere(target);
        return moves.wish()
                .map(wish -> new MoveNow(
                        wish.paused() ? State.PAUSED : State.RUNNING,
                        target,
                        wish.moved(),
                        left.files(),
                        left.bytes(),
                        wish.problem()))
                .orElseGet(() -> new MoveNow(State.NONE, target, 0, left.files(), left.bytes(), remark));
    }

    /** Begins to move what lies elsewhere, or goes on with it. */
    @OwnersOnly
    public void begin() {
        boolean goesOn = moves.wish().isPresent();
        remark = null;
        moves.begin();
        goOn();
        decided(goesOn ? What.GOES_ON : What.BEGUN);
    }

    /** Breaks it off until {@link #begin}; the file that is on its way stays where it was. */
    @OwnersOnly
    public void pause() {
        wanted = false;
        told = null;
        moves.pause(null);
        decided(What.PAUSED);
    }

    /** Ends it: what has not been moved yet stays where it is. */
    @OwnersOnly
    public void end() {
        wanted = false;
        told = null;
        moves.end();
        decided(What.STOPPED);
    }

    private void decided(What what) {
        events.publishEvent(new MoveDecided(what, folder.current()));
        events.publishEvent(new MoveChanged());
    }

    @EventListener
    void on(SettingsChanged changed) {
        if (!changed.before().recordingsFolder().equals(changed.after().recordingsFolder())) {
            remark = null;
            events.publishEvent(new MoveChanged());
        }
    }

    /** A recording that ran in another folder may be finished now. */
    @EventListener
    void on(RecordingChanged changed) {
        run.lookAgain();
    }

    private void goOn() {
        ExecutorService working = thread;
        if (working != null) {
            wanted = true;
            working.execute(this::work);
        }
    }

    private void work() {
        try {
            while (isWished()) {
                Path target = folder.current();
                MoveRun.Outcome outcome = run.go(target, () -> wanted && target.equals(folder.current()), this::tell);
                switch (outcome.end()) {
                    case DONE -> {
                        remark = outcome.sentence();
                        moves.end();
                    }
                    case CANNOT_GO_ON -> moves.pause(outcome.sentence());
                    case BROKEN_OFF -> {}
                }
            }
        } catch (RuntimeException e) {
            log.error("Recordings could not be moved", e);
            moves.pause(Sentence.of("move.failed"));
        } finally {
            told = null;
            events.publishEvent(new MoveChanged());
        }
    }

    private boolean isWished() {
        return wanted && moves.wish().filter(wish -> !wish.paused()).isPresent();
    }

    private void tell(MoveNow now) {
        if (wanted) {
            told = now;
            if (System.nanoTime() - toldNanos > OFTEN_ENOUGH_NANOS) { // small files arrive by the hundred a second
                toldNanos = System.nanoTime();
                events.publishEvent(new MoveChanged());
            }
        }
    }

    @Override
    public void start() {
        ExecutorService started = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("moving").daemon().factory());
        thread = started;
        started.execute(run::tidy);
        goOn();
    }

    /** The file that is on its way is broken off: it is moved after the next start. */
    @Override
    public void stop() {
        ExecutorService working = thread;
        wanted = false;
        thread = null;
        run.lookAgain();
        if (working != null) {
            working.shutdown();
            try {
                if (!working.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                    log.warn("A disk holds up the moving of recordings; it is put in order at the next start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
