package org.porchlight.recording;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.porchlight.media.FolderSync;
import org.porchlight.media.Sentence;
import org.porchlight.media.WriteTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes and removes snapshots so that each step can be the last: a row without a file is cleared up at the next start, and a
 * file has a row for as long as it is there. Touches the disk. Safe for any thread.
 */
@Component
class SnapshotFiles {

    private static final Logger log = LoggerFactory.getLogger(SnapshotFiles.class);

    private final SnapshotRows rows;
    private final RecordingFolder folder;
    private final ZoneId zone;

    SnapshotFiles(SnapshotRows rows, RecordingFolder folder, ZoneId zone) {
        this.rows = rows;
        this.folder = folder;
        this.zone = zone;
    }

    /**
     * Writes a picture where recordings go now.
     *
     * @throws CannotRecord when nothing can be written there
     */
    Snapshot keep(long viewingId, byte[] jpeg, Instant takenAt) throws CannotRecord {
        String id = UUID.randomUUID().toString();
        String file = LocalDate.ofInstant(takenAt, zone) + "/" + id + ".jpg";
        Snapshot snapshot = new Snapshot(id, viewingId, folder.ready(), file, takenAt, jpeg.length);
        rows.insert(snapshot);
        try {
            write(RecordingFolder.locate(snapshot.folder(), file), jpeg);
        } catch (IOException e) {
            log.warn("The snapshot {} cannot be written: {}", file, e.toString());
            folder.doubt();
            clearUp(snapshot);
            throw new CannotRecord(
                    Sentence.of("recording.pictureNotKept", WriteTrouble.of(e).sentence()), e);
        }
        rows.kept(id);
        return snapshot;
    }

    private static void write(Path file, byte[] jpeg) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = unfinished(file);
        try (FileChannel channel = FileChannel.open(unfinished, CREATE, TRUNCATE_EXISTING, WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(jpeg);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        FolderSync.nameOf(file);
    }

    /**
     * Removes a picture for good: the file, then the row.
     *
     * @throws CannotDelete when its disk is not there or does not let it go
     */
    void remove(Snapshot snapshot) throws CannotDelete {
        if (!folder.isThere(snapshot.folder())) {
            throw new CannotDelete(Sentence.of("recording.pictureDiskAway", snapshot.folder()));
        }
        try {
            Path file = RecordingFolder.locate(snapshot.folder(), snapshot.file());
            Files.deleteIfExists(unfinished(file));
            Files.deleteIfExists(file);
            FolderSync.nameOf(file);
        } catch (IOException e) {
            log.warn("The snapshot {} cannot be removed: {}", snapshot.file(), e.toString());
            throw new CannotDelete(Sentence.of("recording.pictureNotRemoved"), e);
        }
        rows.delete(snapshot);
    }

    /** The same where nobody waits for it; it is tried again. */
    void clearUp(Snapshot snapshot) {
        try {
            remove(snapshot);
        } catch (CannotDelete e) {
            log.debug("The snapshot {} stays for now: {}", snapshot.id(), e.sentence());
        }
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }
}
