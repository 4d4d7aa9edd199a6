package org.porchlight.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows whether a folder can be written by doing there what recordings do: a file is written, made to reach the disk, and renamed.
 * Permissions alone do not tell.
 */
public final class TrialFile {

    private static final Logger log = LoggerFactory.getLogger(TrialFile.class);

    private static final String BEGIN = ".porchlight-", END = ".tmp";
    private static final int BYTES = 4096;

    /** A trial takes less, also on a disk that has to wake up first. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private TrialFile() {}

    /**
     * Leaves nothing behind. Touches the disk.
     *
     * @throws IOException when the folder is not there, or cannot be written
     */
    public static void write(Path folder) throws IOException {
        sweep(folder);
        Path trial = Files.createTempFile(folder, BEGIN, END);
        Path renamed = trial.resolveSibling(trial.getFileName() + "2");
        try {
            try (FileChannel file = FileChannel.open(trial, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.allocate(BYTES));
                file.force(true);
            }
            Files.move(trial, renamed, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(trial);
            Files.deleteIfExists(renamed);
        }
    }

    /** Removes, where that can be done, what trials left behind that were cut off with the server. Touches the disk. */
    public static void sweep(Path folder) {
        Instant over = Instant.now().minus(LONGEST);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, BEGIN + "*" + END + "*")) {
            for (Path file : left) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(over)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            log.debug("What trials left in {}, if they did, stays there", folder, e);
        }
    }
}
