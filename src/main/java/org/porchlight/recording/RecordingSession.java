package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Mp4Recorder;
import org.porchlight.media.Mp4Recorder.Cause;
import org.porchlight.media.Sentence;
import org.porchlight.media.WriteTrouble;
import org.porchlight.recording.Recording.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One recording as people see it: from asking for it until its end, in as many files as the camera made streams meanwhile.
 *
 * <p>Guarded by itself: a file's start and end, and the wish to stop, happen one at a time. Its lock is never held while
 * waiting for the recorder's thread.
 */
class RecordingSession {

    private static final Logger log = LoggerFactory.getLogger(RecordingSession.class);

    /** The next file begins with the first picture of the camera's new connection, however long the last one took to end. */
    private static final Duration WHOLE_CONNECTION = Duration.ofSeconds(10);

    private final Recorders recorders;
    private final long viewingId;
    private final long cameraId;
    private final boolean automatic;
    private final Duration preRoll;
    private volatile Instant askedAt;
    private final CountDownLatch finished = new CountDownLatch(1);

    private boolean begun;
    private @Nullable Runnable stopFile;
    private @Nullable RecordingEnd stopWanted;
    /** Why it was cut short; null when it was not. */
    private volatile @Nullable Sentence cutShort;

    private volatile boolean lacksRoom;
    private volatile @Nullable Recording current;
    private volatile @Nullable Instant firstPicture;

    RecordingSession(Recorders recorders, long viewingId, long cameraId, boolean automatic, Duration preRoll) {
        this.recorders = recorders;
        this.viewingId = viewingId;
        this.cameraId = cameraId;
        this.automatic = automatic;
        this.preRoll = preRoll;
        this.askedAt = recorders.clock().instant();
    }

    long viewingId() {
        return viewingId;
    }

    boolean automatic() {
        return automatic;
    }

    RecordingNow now() {
        Instant first = firstPicture;
        if (first == null) {
            return new RecordingNow(RecordingNow.State.WAITING, askedAt, null);
        }
        // The pre-roll is in the file, but whoever watches the time counts from the click.
        return new RecordingNow(RecordingNow.State.RUNNING, first.isBefore(askedAt) ? askedAt : first, null);
    }

    synchronized void clockStepped(Duration by) {
        Instant first = firstPicture;
        askedAt = askedAt.plus(by);
        firstPicture = first == null ? null : first.plus(by);
    }

    synchronized void begin() throws CannotRecord {
        nextFile(askedAt, preRoll);
        begun = true;
        if (stopWanted != null && stopFile != null) {
            stopFile.run();
        }
    }

    synchronized boolean hasBegun() {
        return begun;
    }

    synchronized void stop(RecordingEnd why) {
        if (stopWanted == null) {
            stopWanted = why;
            if (stopFile != null) {
                stopFile.run();
            }
        }
    }

    /** Ends in good order, if it is written to this folder; whoever watches is told why. */
    synchronized void cutShort(Path folder, Sentence sentence) {
        Recording written = current;
        if (written != null && written.folder().equals(folder) && stopWanted == null) {
            cutShort = sentence;
            lacksRoom = true;
            stop(RecordingEnd.NO_ROOM);
        }
    }

    /** Whether this is the file that is being written, or was the last one. */
    boolean writes(String recordingId) {
        Recording written = current;
        return written != null && written.id().equals(recordingId);
    }

    /** Whether it ended because the disk took nothing more. */
    boolean lacksRoom() {
        return lacksRoom;
    }

    void awaitFinished(long timeout, TimeUnit unit) {
        try {
            if (!finished.await(timeout, unit)) {
                log.warn(
                        "The recording of viewing {} was not finished in time; it is settled at the next start",
                        viewingId);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The row first, then the file. */
    private void nextFile(Instant asked, Duration before) throws CannotRecord {
        Path folder = recorders.folder().ready();
        String id = UUID.randomUUID().toString();
        String relative = LocalDate.ofInstant(asked, recorders.zone()) + "/" + id + ".mp4";
        Recording recording = new Recording(
                id,
                viewingId,
                cameraId,
                recorders.engine().cameraName(cameraId),
                folder,
                relative,
                asked,
                null,
                Duration.ZERO,
                0,
                0,
                State.RECORDING,
                null,
                null,
                false,
                null);
        current = recording;
        recorders.rows().insert(recording);
        boolean started = false;
        try {
            Path file = RecordingFolder.locate(recording);
            Files.createDirectories(file.getParent());
            stopFile = recorders.engine().start(cameraId, file, before, automatic, new FileListener(recording, file));
            started = true;
        } catch (IOException e) {
            recorders.folder().doubt();
            throw new CannotRecord(
                    Sentence.of("recording.noFile", folder, WriteTrouble.of(e).sentence()), e);
        } finally {
            if (!started) {
                recorders.rows().delete(id);
            }
        }
    }

    /** Told by the engine about one file, on its recorder's thread. */
    private class FileListener implements Mp4Recorder.Listener {

        private final Recording recording;
        private final Path file;

        FileListener(Recording recording, Path file) {
            this.recording = recording;
            this.file = file;
        }

        @Override
        public void started(Instant picture) {
            if (firstPicture == null) {
                firstPicture = picture;
            }
            try {
                recorders.rows().started(recording.id(), picture);
            } catch (RuntimeException e) {
                // Its end will say it again; a recording goes on while the database cannot be written.
                log.warn("The begin of recording {} could not be written", recording.id(), e);
            }
            recorders.changed(viewingId);
        }

        @Override
        public void ended(Mp4Recorder.Result result) {
            fileEnded(recording, file, result);
        }
    }

    private void fileEnded(Recording recording, Path file, Mp4Recorder.Result result) {
        Sentence problem = null;
        try {
            problem = write(recording, file, result, fileIsClosed());
            if (goesOnAfter(result.cause()) && goOn(result.cause())) {
                recorders.changed(viewingId);
                return;
            }
        } catch (CannotRecord e) {
            problem = e.sentence();
            lacksRoom = true;
            log.warn("The recording of viewing {} cannot go on: {}", viewingId, problem);
        } catch (RuntimeException e) {
            log.error("The end of recording {} could not be written; it is settled later", recording.id(), e);
        }
        recorders.finished(this, problem);
        finished.countDown();
        recorders.changed(viewingId);
    }

    /** Why it was to be stopped; null when nobody asked for that. */
    private synchronized @Nullable RecordingEnd fileIsClosed() {
        stopFile = null;
        return stopWanted;
    }

    /** Whoever clicked is told that it ended, and clicks again; for a recording that nobody clicked for, nobody would. */
    private boolean goesOnAfter(Cause cause) {
        return cause == Cause.STREAM_CHANGED || (cause == Cause.ENCODING_FAILED && automatic);
    }

    /** Whether another file was begun. */
    private synchronized boolean goOn(Cause cause) throws CannotRecord {
        if (stopWanted != null) {
            return false;
        }
        if (cause == Cause.STREAM_CHANGED) {
            nextFile(recorders.clock().instant(), WHOLE_CONNECTION);
        } else {
            firstPicture = null; // it waits again
            nextFile(recorders.clock().instant(), Duration.ZERO);
        }
        return true;
    }

    /** Whether somebody pressed Stop, as against the viewing having ended. */
    synchronized boolean stoppedByHand() {
        return stopWanted == RecordingEnd.STOPPED;
    }

    /** Writes how a file ended. The answer is what to tell people, null when all is well. */
    private @Nullable Sentence write(
            Recording recording, Path file, Mp4Recorder.Result result, @Nullable RecordingEnd stopped) {
        RecordingRows rows = recorders.rows();
        String id = recording.id();
        Sentence problem = result.sentence() == null ? cutShort : result.sentence();
        switch (result.cause()) {
            case STOPPED, STREAM_CHANGED -> {
                RecordingEnd why = stopped != null ? stopped : RecordingEnd.STREAM_CHANGED;
                rows.finished(
                        id,
                        State.COMPLETE,
                        why,
                        result.firstPicture(),
                        result.length(),
                        result.bytes(),
                        result.gaps(),
                        problem);
            }
            case NO_PICTURE -> {
                problem = cutShort != null ? cutShort : Sentence.of("recording.noPicture");
                rows.finished(
                        id, State.FAILED, RecordingEnd.NO_PICTURE, null, Duration.ZERO, 0, result.gaps(), problem);
            }
            case WRITE_FAILED, ENCODING_FAILED -> {
                boolean writing = result.cause() == Cause.WRITE_FAILED;
                if (problem == null) {
                    problem = Sentence.of("recording.notWritten");
                }
                log.warn("Recording {} of viewing {} failed: {}", id, viewingId, problem);
                if (writing) {
                    lacksRoom = true;
                    recorders.folder().doubt();
                }
                if (!recorders.folder().isThere(recording.folder())) {
                    rows.waitsForItsDisk(id, RecordingEnd.NO_ROOM, problem);
                    return problem;
                }
                Settlement.settle(
                        rows,
                        recorders.engine(),
                        id,
                        file,
                        result.firstPicture(),
                        result.gaps(),
                        writing ? RecordingEnd.WRITE_FAILED : RecordingEnd.ENCODING_FAILED,
                        problem);
            }
        }
        if (result.gaps() > 0) {
            log.warn("Recording {} of viewing {} misses {} pictures", id, viewingId, result.gaps());
        }
        return problem;
    }
}
