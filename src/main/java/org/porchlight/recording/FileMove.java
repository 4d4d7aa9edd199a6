package org.porchlight.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.porchlight.media.FolderSync;
import org.porchlight.recording.MoveRows.OnItsWay;
import org.porchlight.recording.MoveRows.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves the file of one recording, or of a snapshot, to another folder, in steps of which each may be the last: at any moment
 * the row leads to a whole file. The old one goes only when the row leads to the new one; whoever reads the old one meanwhile
 * reads on to its end.
 */
@Component
class FileMove {

    private static final Logger log = LoggerFactory.getLogger(FileMove.class);
    private static final int MEBIBYTE = 1 << 20;

    private final MoveRows moves;

    FileMove(MoveRows moves) {
        this.moves = moves;
    }

    /** What has been done. */
    enum Step {
        NOTED,
        /** A mebibyte more, or less. */
        COPIED,
        SYNCED,
        VERIFIED,
        NAMED,
        ROW_WRITTEN,
        OTHER_REMOVED,
        FORGOTTEN
    }

    /** Told after each step; to end it there, it throws. */
    interface Steps {
        void done(Step step);
    }

    /**
     * Moves a file. When this is broken off, wherever that may be, {@link #tidy} has to come before the next one.
     *
     * @throws IOException when it cannot be read, or nothing can be written where it is to go
     */
    void move(OnItsWay file, Steps steps) throws IOException {
        Path old = RecordingFolder.locate(file.source(), file.file());
        Path place = RecordingFolder.locate(file.target(), file.file());
        if (areOne(old, place)) { // two names of one folder: nothing has to go anywhere
            moves.arrived(file);
            return;
        }
        Path part = part(place);
        Files.createDirectories(dayOf(place));
        moves.note(file);
        steps.done(Step.NOTED);
        copy(old, part, steps);
        if (Files.mismatch(old, part) != -1) {
            throw new IOException(part + " is not the same as " + old + " after it was copied");
        }
        Files.setLastModifiedTime(part, Files.getLastModifiedTime(old));
        steps.done(Step.VERIFIED);
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FolderSync.nameOf(place);
        steps.done(Step.NAMED);
        moves.arrived(file);
        steps.done(Step.ROW_WRITTEN);
        tidy(steps);
    }

    /**
     * Ends what a move has begun, or puts in order what it left behind when it was broken off: only the file that the row leads
     * to stays, and it stays as long as the row is there.
     */
    void tidy(Steps steps) {
        Optional<OnItsWay> note = moves.onItsWay();
        if (note.isEmpty()) {
            return;
        }
        OnItsWay file = note.get();
        try {
            removeOther(file);
        } catch (IOException e) {
            log.warn(
                    "A copy of {} may be left in {} or {}: {}",
                    file.file(),
                    file.source(),
                    file.target(),
                    e.toString());
        }
        steps.done(Step.OTHER_REMOVED);
        moves.forget();
        steps.done(Step.FORGOTTEN);
    }

    private void removeOther(OnItsWay file) throws IOException {
        Path place = RecordingFolder.locate(file.target(), file.file());
        Files.deleteIfExists(part(place));
        Path old = RecordingFolder.locate(file.source(), file.file());
        Optional<Place> row = moves.place(file);
        if (row.isEmpty()) { // deleted meanwhile
            Files.deleteIfExists(place);
            Files.deleteIfExists(old);
            return;
        }
        boolean arrived = row.get().folder().equals(file.target());
        Path kept = arrived ? place : old;
        if (areOne(old, place)) {
            return;
        }
        if (!row.get().finished() || Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(arrived ? old : place);
        }
        if (arrived) {
            removeIfEmpty(dayOf(old), file.source());
        }
    }

    private static void copy(Path old, Path part, Steps steps) throws IOException {
        try (FileChannel in = FileChannel.open(old, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        part,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer some = ByteBuffer.allocateDirect(MEBIBYTE);
            while (in.read(some) >= 0) {
                some.flip();
                while (some.hasRemaining()) {
                    out.write(some);
                }
                some.clear();
                steps.done(Step.COPIED);
            }
            out.force(true);
        }
        steps.done(Step.SYNCED);
    }

    /** Whether both lead to the same file, as they do when one folder is a link to the other, or the same disk mounted again. */
    private static boolean areOne(Path old, Path place) throws IOException {
        return Files.exists(old) && Files.exists(place) && Files.isSameFile(old, place);
    }

    /** The folder that a file lies in. */
    private static Path dayOf(Path file) {
        return file.resolveSibling("");
    }

    /** Hidden, so that nobody takes it for a recording. */
    private static Path part(Path place) {
        return place.resolveSibling("." + place.getFileName() + ".part");
    }

    private static void removeIfEmpty(Path day, Path folder) throws IOException {
        if (!day.equals(folder)) {
            try {
                Files.delete(day);
            } catch (DirectoryNotEmptyException e) {
                // More of that day is there.
            }
        }
    }
}
