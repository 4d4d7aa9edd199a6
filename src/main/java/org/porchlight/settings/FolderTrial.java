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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether recordings can be written to a folder by writing something to it: permissions alone do not tell. */
record FolderTrial(Path folder) {
    private static final Logger log = LoggerFactory.getLogger(FolderTrial.class);

    /**
     * What is wrong, as a sentence; empty when the folder is there (made, if need be) and can be written. When it cannot be,
     * nothing is left behind.
     */
    Optional<String> problem() {
        List<Path> missing = missing();
        Optional<String> problem = attempt();
        if (problem.isPresent()) {
            missing.forEach(FolderTrial::remove);
        }
        return problem;
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

    private Optional<String> attempt() {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            return Optional.of(folder + " is a file. Choose a folder.");
        } catch (IOException | SecurityException e) {
            return Optional.of("The folder cannot be made: " + why(e) + ". Choose another one, or make it yourself.");
        }
        try {
            Path trial = Files.createTempFile(folder, ".porchlight-", ".tmp");
            try {
                Files.write(trial, new byte[4096]);
            } finally {
                Files.delete(trial);
            }
            return Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.of("Nothing can be written to this folder: " + why(e) + ". Choose another one.");
        }
    }

    private static String why(Exception e) {
        if (e instanceof AccessDeniedException) {
            return "Porchlight's user may not write there";
        }
        if (e instanceof FileSystemException f && f.getReason() != null) {
            return Character.toLowerCase(f.getReason().charAt(0))
                    + f.getReason().substring(1);
        }
        return "the computer refuses it";
    }
}
