package org.porchlight.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder with the backups: {@code porchlight-2026-11-22-221500.zip}, by the house's time. What has another name is left alone.
 */
record BackupFolder(Path path) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);
    private static final Pattern NAME = Pattern.compile("porchlight-(\\d{4}-\\d{2}-\\d{2}-\\d{6})\\.zip");
    private static final String UNFINISHED = ".unfinished";

    /** All of them, the newest first. */
    List<Path> all() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> NAME.matcher(name(file)).matches())
                    .sorted(Comparator.comparing(BackupFolder::name).reversed())
                    .toList();
        }
    }

    Optional<Path> newest() throws IOException {
        return all().stream().findFirst();
    }

    /** The one of this name; empty for any other file. */
    Optional<Path> find(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(path.resolve(name)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** The file for a backup that is made now; for the eyes of the server's user alone. */
    Path next(Instant at, ZoneId zone) throws IOException {
        makeFolder();
        return path.resolve("porchlight-" + WHEN.format(LocalDateTime.ofInstant(at, zone)) + ".zip");
    }

    /** When a backup was made, by its name. */
    static Instant madeAt(Path backup, ZoneId zone) {
        Matcher name = NAME.matcher(name(backup));
        if (!name.matches()) {
            throw new IllegalArgumentException(backup + " is no backup");
        }
        return LocalDateTime.parse(name.group(1), WHEN).atZone(zone).toInstant();
    }

    /** A file of another name, for what is not finished yet, in the same folder. */
    static Path unfinished(Path file, String what) {
        return file.resolveSibling(name(file) + "." + what + UNFINISHED);
    }

    /** Removes what a server that was killed left unfinished. */
    void tidy() throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.filter(file ->
                                name(file).endsWith(UNFINISHED) || name(file).endsWith(UNFINISHED + "-journal"))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The newest but for those from days to come: the clock was wrong then, or is now. */
    Optional<Path> newest(Instant now, ZoneId zone) throws IOException {
        return until(now, zone).stream().findFirst();
    }

    /**
     * Removes all but the last one of each of the last days that have one. Those from days to come stay: whether they are as old as
     * that, or as new, nobody knows.
     *
     * @param made the newest, which stays
     */
    void keep(int days, Path made, ZoneId zone) throws IOException {
        Set<LocalDate> seen = new HashSet<>();
        for (Path backup : until(madeAt(made, zone), zone)) {
            boolean lastOfItsDay = seen.add(LocalDate.ofInstant(madeAt(backup, zone), zone));
            if ((!lastOfItsDay || seen.size() > days) && !backup.equals(made)) {
                Files.delete(backup);
            }
        }
    }

    private List<Path> until(Instant now, ZoneId zone) throws IOException {
        return all().stream()
                .filter(backup -> !madeAt(backup, zone).isAfter(now))
                .toList();
    }

    private void makeFolder() throws IOException {
        boolean made = !Files.isDirectory(path);
        Files.createDirectories(path);
        if (made && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
