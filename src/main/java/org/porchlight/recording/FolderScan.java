package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lies in a folder of recordings and in the folders of its days: plain files that end in {@code .mp4}. Symbolic links below
 * the folder are not followed, hidden files and folders are left out, and nothing lies deeper.
 */
final class FolderScan extends SimpleFileVisitor<Path> {

    private static final Logger log = LoggerFactory.getLogger(FolderScan.class);
    private static final int DAYS_AND_FILES = 2;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private FolderScan(Path folder) {
        this.folder = folder;
    }

    /**
     * Their ways below the folder, those of a day together. Takes as long as the disk does.
     *
     * @throws IOException when the folder is not there or cannot be read
     */
    static List<Path> files(Path folder) throws IOException {
        Path real = folder.toRealPath(); // the folder itself may be a link: its owner made it so
        FolderScan scan = new FolderScan(real);
        Files.walkFileTree(real, EnumSet.noneOf(FileVisitOption.class), DAYS_AND_FILES, scan);
        return scan.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return !directory.equals(folder) && isHidden(directory)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(file) && file.toString().endsWith(".mp4")) {
            files.add(folder.relativize(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(folder)) {
            throw e;
        }
        log.warn("{} cannot be looked into: {}", file, e.getMessage());
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
