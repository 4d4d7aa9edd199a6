package org.porchlight.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that was made, renamed or removed is so on the disk only when its folder is synchronized. */
public final class FolderSync {

    private static final Logger log = LoggerFactory.getLogger(FolderSync.class);

    private FolderSync() {}

    /**
     * Waits until it is on the disk that a file is there, or is not any more, and so its folder. Some file systems, of networks
     * mostly, do not offer that.
     */
    public static void nameOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        for (int levels = 0; levels < 2 && folder != null; levels++, folder = folder.getParent()) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            } catch (IOException e) {
                log.debug("The folder {} is not synchronized: {}", folder, e.toString());
            }
        }
    }
}
