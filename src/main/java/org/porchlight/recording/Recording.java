package org.porchlight.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;

/**
 * One MP4 file and its row.
 *
 * @param id a UUID; also the file's name
 * @param folder the recordings folder at the time, absolute
 * @param file below the folder: {@code yyyy-MM-dd/<id>.mp4}
 * @param askedAt when it was asked for
 * @param startedAt when its first picture was taken; null before it
 * @param length zero while it runs
 * @param gaps pictures that are missing in it
 * @param problem what went wrong; null when all went well
 * @param kept whether somebody wants it to stay: retention leaves it alone
 * @param trashedAt when it was put into the trash; null when it was not
 */
public record Recording(
        String id,
        long viewingId,
        long cameraId,
        String cameraName,
        Path folder,
        String file,
        Instant askedAt,
        @Nullable Instant startedAt,
        Duration length,
        long bytes,
        long gaps,
        State state,
        @Nullable RecordingEnd ended,
        @Nullable Sentence problem,
        boolean kept,
        @Nullable Instant trashedAt) {

    /** Where a recording is in its life. */
    public enum State {
        /** Being written; or, after a crash, waiting to be settled. */
        RECORDING,
        /** Finished as it should be. */
        COMPLETE,
        /** Cut off, by a crash or a disk: what was written plays. */
        RECOVERED,
        /** There is nothing that plays. */
        FAILED,
        /** Its file is being removed. */
        DELETING,
        /** Finished, but its file is not there now. Never stored: with its disk, a file may come back. */
        GONE
    }

    /** Whether there is a finished file to watch: not while it is in the trash. */
    public boolean isPlayable() {
        return isFinished() && !isTrashed();
    }

    /** Whether there is a finished file, be it in the trash. */
    public boolean isFinished() {
        return state == State.COMPLETE || state == State.RECOVERED;
    }

    /** Whether it is in the trash: nobody sees it until it is taken back. */
    public boolean isTrashed() {
        return trashedAt != null;
    }

    /** When what it shows began: the first picture, or when it was asked for. */
    public Instant begin() {
        return startedAt != null ? startedAt : askedAt;
    }

    /** The same, when its file is not there. */
    Recording gone() {
        return new Recording(
                id,
                viewingId,
                cameraId,
                cameraName,
                folder,
                file,
                askedAt,
                startedAt,
                length,
                bytes,
                gaps,
                State.GONE,
                ended,
                Sentence.of("recording.gone"),
                kept,
                trashedAt);
    }
}
