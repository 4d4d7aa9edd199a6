package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.porchlight.media.WriteTrouble;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.TrialFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The folder that recordings go to, and the way from a row to its file. Safe for any thread; touches the disk. */
@Component
class RecordingFolder {

    private static final Logger log = LoggerFactory.getLogger(RecordingFolder.class);

    private static final int NEWEST = 5;

    private final HouseSettings settings;
    private final RecordingRows rows;
    private final DiskMarker disk;

    /** Something could not be written: only writing tells when that is over. */
    private volatile boolean doubted;

    RecordingFolder(HouseSettings settings, RecordingRows rows, DiskMarker disk) {
        this.settings = settings;
        this.rows = rows;
        this.disk = disk;
    }

    /**
     * Why nothing can be recorded.
     *
     * @param sentence that says so
     * @param endsWhatRuns whether recordings that run have to end now, while they still can in good order
     * @param otherDisk whether the disk with the recordings is not at the folder
     */
    record Trouble(Sentence sentence, boolean endsWhatRuns, boolean otherDisk) {}

    /** Where recordings go now; it need not be there. */
    Path current() {
        return settings.current().recordingsFolder().toAbsolutePath().normalize();
    }

    /**
     * The folder for a new recording, made and marked if it is new.
     *
     * @throws CannotRecord when nothing can be recorded there
     */
    Path ready() throws CannotRecord {
        Trouble trouble = trouble();
        if (trouble != null) {
            throw new CannotRecord(trouble.sentence());
        }
        Path folder = current();
        if (!disk.knows(folder)) {
            accept();
        }
        return folder;
    }

    /** What stands against recording now; null when nothing does. Writes nothing, unless writing has failed before. */
    @Nullable
    Trouble trouble() {
        Path folder = current();
        boolean used = disk.knows(folder) || rows.knows(folder);
        if (!Files.exists(folder)) {
            // Made anew, it would lie on the disk below the one that is missing, and fill it.
            return used ? new Trouble(Sentence.of("recording.folderAway", folder), true, true) : null;
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return new Trouble(Sentence.of("recording.folderDenied", folder), false, false);
        }
        if (used && !isRightDisk(folder)) {
            return new Trouble(Sentence.of("recording.otherDisk", folder), true, true);
        }
        Room.Disk space = RoomMeter.disk(folder);
        if (space != null && space.free() < Room.leastOn(space)) {
            return new Trouble(Sentence.of("recording.diskFull"), space.free() < Room.leastOn(space) / 2, false);
        }
        return doubted ? trial(folder) : null;
    }

    /** Whether the disk with this folder is there, so that what is missing in it is missing indeed. */
    boolean isThere(Path used) {
        return Files.isDirectory(used) && isRightDisk(used);
    }

    /** To be told when something could not be written: from now on, only a trial shows that it can be again. */
    void doubt() {
        doubted = true;
    }

    /** From now on the disk that lies at the folder is the right one; the folder is made, if need be. */
    void accept() throws CannotRecord {
        Path folder = current();
        try {
            Files.createDirectories(folder);
            disk.mark(folder);
        } catch (IOException e) {
            throw new CannotRecord(cannotBeWritten(folder, WriteTrouble.of(e)), e);
        }
    }

    /** Removes what trials left in the folders of recordings when they were cut off with the server. */
    void sweep() {
        rows.folders().forEach(TrialFile::sweep);
    }

    /** Marks the folders from before there were markers whose recordings are there. */
    void markThoseOfBefore() {
        for (Path used : rows.folders()) {
            if (!disk.knows(used) && Files.isDirectory(used) && hasOne(rows.newestIn(used, NEWEST))) {
                try {
                    disk.mark(used);
                } catch (IOException e) {
                    log.warn("The folder {} cannot be marked: {}", used, e.toString());
                }
            }
        }
    }

    /** Where there is no marker yet, because the folder was used before there were markers, a recording shows it as well. */
    private boolean isRightDisk(Path folder) {
        if (disk.knows(folder)) {
            return disk.isHere(folder);
        }
        List<Recording> newest = rows.newestIn(folder, NEWEST);
        return newest.isEmpty() || hasOne(newest);
    }

    private static boolean hasOne(List<Recording> newest) {
        return newest.stream().anyMatch(one -> Files.exists(one.folder().resolve(one.file())));
    }

    private @Nullable Trouble trial(Path folder) {
        try {
            TrialFile.write(folder);
            doubted = false;
            return null;
        } catch (IOException e) {
            log.debug("Still nothing can be written to {}", folder, e);
            return new Trouble(cannotBeWritten(folder, WriteTrouble.of(e)), false, false);
        }
    }

    private static Sentence cannotBeWritten(Path folder, WriteTrouble why) {
        Sentence reason = why == WriteTrouble.FULL ? Sentence.of("disk.noMoreFiles") : why.sentence();
        return Sentence.of("recording.putRight", reason, folder);
    }

    /**
     * The file of a recording; it need not exist.
     *
     * @throws IOException when the row points outside its folder or at something that is no plain file
     */
    static Path locate(Recording recording) throws IOException {
        return locate(recording.folder(), recording.file());
    }

    /** The same for what may have no row. @param way below the folder */
    static Path locate(Path recordings, String way) throws IOException {
        Path folder = recordings.toAbsolutePath().normalize();
        Path file = folder.resolve(way).normalize();
        if (file.equals(folder) || !file.startsWith(folder)) {
            throw new IOException(way + " lies outside " + folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "the recordings folder is not there");
        }
        Path step = folder;
        for (Path name : folder.relativize(file)) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                throw new IOException(step + " is a symbolic link");
            }
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is not a file");
        }
        return file;
    }
}
