package org.porchlight.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.porchlight.media.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether recordings can be written to a folder. */
record FolderTrial(Path folder) {
    private static final Logger log = LoggerFactory.getLogger(FolderTrial.class);

    /** What the system keeps for itself. Desktops mount disks below {@code /run/media}. */
    private static final List<Path> SYSTEM = Stream.of(
                    "/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/run", "/sbin", "/sys", "/usr")
            .map(Path::of)
            .toList();

    private static final Path REMOVABLE = Path.of("/run/media");

    /**
     * What is wrong; empty when the folder is there (made, if need be) and can be written. When it cannot be,
     * nothing is left behind.
     */
    Optional<Sentence> problem() {
        List<Path> missing = missing();
        Optional<Sentence> problem = attempt(folder);
        if (problem.isPresent()) {
            missing.forEach(FolderTrial::remove);
        }
        return problem;
    }

    /**
     * The same, and nothing is left behind. Where the folder is missing, what is above it is tried: somebody may be saving it at
     * the same time.
     */
    Optional<Sentence> problemWithoutTraces() {
        return attempt(nearest());
    }

    /** The folder, or the one above it that is there. */
    Path nearest() {
        Path there = folder;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** The folders that the trial would have to make, the innermost first. */
    private List<Path> missing() {
        List<Path> missing = new ArrayList<>();
        for (Path each = folder; each != null && Files.notExists(each); each = each.getParent()) {
            missing.add(each);
        }
        return missing;
    }

    private static void remove(Path made) {
        if (Files.isDirectory(made)) {
            try {
                Files.delete(made);
            } catch (IOException e) {
                log.warn("The folder {} was made to try it and cannot be removed: {}", made, e.getMessage());
            }
        }
    }

    private Optional<Sentence> attempt(Path place) {
        try {
            Files.createDirectories(place);
        } catch (FileAlreadyExistsException e) {
            return Optional.of(Sentence.of("place.isFile", folder));
        } catch (IOException | SecurityException e) {
            return Optional.of(Sentence.of("place.notMade", why(e)));
        }
        try {
            if (belongsToTheSystem(place.toRealPath())) {
                return Optional.of(Sentence.of("place.ofTheSystem", folder));
            }
            TrialFile.write(place);
            return Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.of(Sentence.of("place.notWritten", why(e)));
        }
    }

    private static boolean belongsToTheSystem(Path real) {
        return SYSTEM.stream().anyMatch(real::startsWith) && !real.startsWith(REMOVABLE);
    }

    /** As part of a sentence. */
    private static Sentence why(Exception e) {
        if (e instanceof AccessDeniedException) {
            return Sentence.of("place.denied");
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return Sentence.asItStands(Character.toLowerCase(f.getReason().charAt(0))
                    + f.getReason().substring(1));
        }
        return Sentence.of("place.refused");
    }
}
