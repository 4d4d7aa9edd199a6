package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.porchlight.settings.HouseSettings;
import org.springframework.stereotype.Component;

/** The folder that recordings go to, and the way from a row to its file. */
@Component
class RecordingFolder {

    /** Less free space than this, and no recording starts. */
    static final long LEAST_FREE_BYTES = 50_000_000;

    private final HouseSettings settings;
    private final RecordingRows rows;

    RecordingFolder(HouseSettings settings, RecordingRows rows) {
        this.settings = settings;
        this.rows = rows;
    }

    /**
     * The folder for a new recording, tried.
     *
     * @throws CannotRecord when nothing can be recorded there
     */
    Path ready() throws CannotRecord {
        Path folder = settings.current().recordingsFolder().toAbsolutePath().normalize();
        try {
            if (!Files.exists(folder)) {
                if (rows.knows(folder)) {
                    // Made anew, it would lie on the disk below the one that is missing, and fill it.
                    throw new CannotRecord("The recordings folder " + folder
                            + " is not there. Connect its disk, or choose another folder in the settings.");
                }
                Files.createDirectories(folder);
            }
            if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
                throw new CannotRecord("The recordings folder " + folder
                        + " cannot be written. Allow it, or choose another folder in the settings.");
            }
            if (Files.getFileStore(folder).getUsableSpace() < LEAST_FREE_BYTES) {
                throw new CannotRecord(
                        "The disk is full. Delete some recordings, or choose another folder in the settings.");
            }
            return folder;
        } catch (IOException e) {
            throw new CannotRecord(
                    "The recordings folder " + folder
                            + " cannot be used. Check its disk, or choose another folder in the settings.",
                    e);
        }
    }

    /**
     * The file of a recording; it need not exist.
     *
     * @throws IOException when the row points outside its folder or at something that is no plain file
     */
    static Path locate(Recording recording) throws IOException {
        Path folder = recording.folder().toAbsolutePath().normalize();
        Path file = folder.resolve(recording.file()).normalize();
        if (file.equals(folder) || !file.startsWith(folder)) {
            throw new IOException(recording.file() + " lies outside " + folder);
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
