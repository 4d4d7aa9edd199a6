package org.porchlight.recording;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.porchlight.recording.FileMove.Step;
import org.porchlight.recording.MoveNow.State;
import org.porchlight.recording.MoveRows.Elsewhere;
import org.porchlight.recording.MoveRows.Kind;
import org.porchlight.recording.MoveRows.OnItsWay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves one file after the other until none lies elsewhere, on one thread at a time. A file that cannot be moved is left
 * where it is; when several cannot, one after the other, it is not the files.
 */
@Component
class MoveRun {

    private static final Logger log = LoggerFactory.getLogger(MoveRun.class);
    private static final int AT_ONCE = 100;
    private static final int TOO_MANY_FAILURES = 3;

    /** Recordings that still run are looked after so often, though their end is told. */
    private static final long LOOK_AGAIN_SECONDS = 5;

    private final MoveRows moves;
    private final RecordingRows rows;
    private final FileMove fileMove;
    private final RecordingFolder folder;
    private final RoomMeter meter;
    private final Semaphore changed = new Semaphore(0);

    MoveRun(MoveRows moves, RecordingRows rows, FileMove fileMove, RecordingFolder folder, RoomMeter meter) {
        this.moves = moves;
        this.rows = rows;
        this.fileMove = fileMove;
        this.folder = folder;
        this.meter = meter;
    }

    /** How it ended. @param sentence what people should know of it; null when there is nothing */
    record Outcome(End end, @Nullable Sentence sentence) {

        enum End {
            /** What can be moved has been. */
            DONE,
            CANNOT_GO_ON,
            /** It is not to go on. */
            BROKEN_OFF
        }
    }

    /**
     * Moves what lies elsewhere than in a folder.
     *
     * @param goesOn asked often; once it is false, the file on its way is broken off
     * @param progress told after each file
     */
    Outcome go(Path target, BooleanSupplier goesOn, Consumer<MoveNow> progress) {
        tidy();
        Pass pass = new Pass(target, goesOn, progress);
        try {
            do {
                pass.begin();
                for (Path source : moves.folders()) {
                    pass.moveFrom(source);
                }
            } while (pass.waitsForRunning());
            return new Outcome(Outcome.End.DONE, pass.remark);
        } catch (BrokenOff e) {
            return new Outcome(Outcome.End.BROKEN_OFF, null);
        } catch (CannotRecord e) {
            return new Outcome(Outcome.End.CANNOT_GO_ON, e.sentence());
        } finally {
            tidy();
        }
    }

    /** Puts in order what was broken off. */
    void tidy() {
        fileMove.tidy(step -> {});
    }

    /** Something about a recording changed: one that still ran may be finished. */
    void lookAgain() {
        if (changed.availablePermits() == 0) {
            changed.release();
        }
    }

    /** Once through all folders. */
    private final class Pass {

        private final Path target;
        private final BooleanSupplier goesOn;
        private final Consumer<MoveNow> progress;
        private final long floor;
        private MoveNow now;
        private boolean someRun;
        private int failures;
        private @Nullable Sentence remark;

        Pass(Path target, BooleanSupplier goesOn, Consumer<MoveNow> progress) {
            this.target = target;
            this.goesOn = goesOn;
            this.progress = progress;
            this.floor = meter.measure().floor();
            this.now = new MoveNow(State.RUNNING, target, 0, 0, 0, null);
        }

        void begin() {
            remark = null;
            // Asked before the folders are gone through: one that ends behind us needs another pass. One that has ended
            // already waits for its disk, and that may take for ever.
            someRun = rows.in(Recording.State.RECORDING).stream()
                    .anyMatch(recording ->
                            recording.ended() == null && !recording.folder().equals(target));
            Elsewhere left = moves.elsewhere(target);
            tell(State.RUNNING, moves.wish().map(MoveRows.Wish::moved).orElse(0L), left.files(), left.bytes());
        }

        void moveFrom(Path source) throws CannotRecord {
            if (source.equals(target)) {
                return;
            }
            for (Kind kind : Kind.values()) {
                moveFrom(source, kind);
            }
        }

        private void moveFrom(Path source, Kind kind) throws CannotRecord {
            String after = "";
            List<OnItsWay> some;
            while (!(some = moves.finishedIn(kind, source, after, AT_ONCE, target)).isEmpty()) {
                if (!folder.isThere(source)) {
                    remark = Sentence.of("move.diskAway", source);
                    return;
                }
                for (OnItsWay file : some) {
                    move(file);
                }
                after = some.getLast().file();
            }
        }

        private void move(OnItsWay file) throws CannotRecord {
            if (!goesOn.getAsBoolean()) {
                throw new BrokenOff();
            }
            folder.ready();
            try {
                Path old = RecordingFolder.locate(file.source(), file.file());
                if (!Files.exists(old)) {
                    remark = Sentence.of("move.filesGone");
                    return;
                }
                long bytes = Files.size(old);
                requireRoom(file.source(), bytes);
                fileMove.move(file, this::check);
                failures = 0;
                tell(State.RUNNING, now.moved() + 1, now.left() - 1, now.leftBytes() - bytes);
            } catch (IOException e) {
                log.warn("{} is not moved: {}", file.file(), e.toString());
                tidy();
                remark = Sentence.of("move.someNot");
                if (++failures >= TOO_MANY_FAILURES) {
                    throw new CannotRecord(Sentence.of("move.tooMany"));
                }
            }
        }

        /** Moving must not take the room that new recordings need. On one disk it takes none in the end. */
        private void requireRoom(Path source, long bytes) throws IOException, CannotRecord {
            FileStore store = Files.getFileStore(target);
            long stays = store.equals(Files.getFileStore(source))
                    ? Room.leastOn(new Room.Disk(store.getTotalSpace(), store.getUsableSpace()))
                    : floor;
            if (store.getUsableSpace() - bytes < stays) {
                throw new CannotRecord(Sentence.of("move.noRoom", target));
            }
        }

        /** Once the row leads to the new file, what little remains is done. */
        private void check(Step step) {
            if (step.compareTo(Step.ROW_WRITTEN) < 0 && !goesOn.getAsBoolean()) {
                throw new BrokenOff();
            }
        }

        /** Waits for news of recordings that ran elsewhere; false when none did. */
        boolean waitsForRunning() {
            if (!someRun) {
                return false;
            }
            tell(State.WAITING, now.moved(), now.left(), now.leftBytes());
            try {
                changed.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrokenOff();
            }
            if (!goesOn.getAsBoolean()) {
                throw new BrokenOff();
            }
            return true;
        }

        private void tell(State state, long moved, long left, long leftBytes) {
            now = new MoveNow(state, target, moved, left, leftBytes, null);
            progress.accept(now);
        }
    }

    /** It is not to go on. */
    private static final class BrokenOff extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
