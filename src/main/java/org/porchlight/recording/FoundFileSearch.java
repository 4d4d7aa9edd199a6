package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares what lies in the folder of recordings, and in those of before, with what the rows know. As slow as disks are: for a
 * thread that nobody waits for.
 */
@Component
class FoundFileSearch {

    /** More than these are counted, not shown. */
    static final int SHOWN = 200;

    /** What was written to so lately may still be on its way: copied there, or recorded by another program. */
    static final Duration SETTLED = Duration.ofSeconds(10);

    private static final int AT_ONCE = 500;
    private static final Logger log = LoggerFactory.getLogger(FoundFileSearch.class);

    private final RecordingRows rows;
    private final RecordingEngine engine;
    private final RecordingFolder folder;
    private final Clock clock;

    FoundFileSearch(RecordingRows rows, RecordingEngine engine, RecordingFolder folder, Clock clock) {
        this.rows = rows;
        this.engine = engine;
        this.folder = folder;
        this.clock = clock;
    }

    /** @param before what was found last: what has not changed since is not read again */
    FoundNow look(FoundNow before) {
        Map<Path, FoundFile> known = new HashMap<>();
        before.files().forEach(file -> known.put(file.folder().resolve(file.file()), file));
        List<FoundFile> found = new ArrayList<>();
        int unreadable = 0;
        for (List<Path> names : folders()) {
            Path recordings = names.getFirst();
            for (Path way : unknown(names)) {
                Optional<FoundFile> file = read(recordings, way, known);
                file.ifPresent(found::add);
                unreadable += file.isPresent() ? 0 : 1;
            }
        }
        found.sort(Comparator.comparing(FoundFile::begin));
        int shown = Math.min(found.size(), SHOWN);
        return new FoundNow(found.subList(0, shown), found.size() - shown, unreadable, clock.instant(), false);
    }

    /** Those that are there, each by all the names that rows have for it: one may be a link to another. */
    private List<List<Path>> folders() {
        Set<Path> all = new LinkedHashSet<>();
        all.add(folder.current());
        all.addAll(rows.folders());
        List<List<Path>> folders = new ArrayList<>();
        for (Path one : all) {
            if (folder.isThere(one)) {
                folders.stream()
                        .filter(names -> areOne(names.getFirst(), one))
                        .findFirst()
                        .ifPresentOrElse(names -> names.add(one), () -> folders.add(new ArrayList<>(List.of(one))));
            }
        }
        return folders;
    }

    private static boolean areOne(Path folder, Path other) {
        try {
            return Files.isSameFile(folder, other);
        } catch (IOException e) {
            return false; // its disk was taken away just now
        }
    }

    private List<Path> unknown(List<Path> names) {
        Path recordings = names.getFirst();
        try {
            List<Path> files = FolderScan.files(recordings);
            List<Path> unknown = new ArrayList<>();
            for (int i = 0; i < files.size(); i += AT_ONCE) {
                List<Path> some = files.subList(i, Math.min(i + AT_ONCE, files.size()));
                List<String> ways = some.stream().map(Path::toString).toList();
                Set<String> known = new HashSet<>();
                names.forEach(name -> known.addAll(rows.known(name, ways)));
                some.stream().filter(way -> !known.contains(way.toString())).forEach(unknown::add);
            }
            return unknown;
        } catch (IOException e) {
            log.warn("Files that nobody knows cannot be looked for in {}: {}", recordings, e.getMessage());
            return List.of();
        }
    }

    /** Empty when it holds no pictures, or may be unfinished. */
    private Optional<FoundFile> read(Path recordings, Path way, Map<Path, FoundFile> known) {
        Path file = recordings.resolve(way);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant written = attributes.lastModifiedTime().toInstant();
            FoundFile before = known.get(file);
            if (before != null
                    && before.bytes() == attributes.size()
                    && before.written().equals(written)) {
                return Optional.of(before);
            }
            if (!attributes.isRegularFile()
                    || Duration.between(written, clock.instant()).abs().compareTo(SETTLED) < 0) {
                return Optional.empty();
            }
            return Optional.of(
                    new FoundFile(recordings, way.toString(), written, engine.measure(file), attributes.size()));
        } catch (IOException e) {
            log.debug("{} is no recording", file, e);
            return Optional.empty();
        }
    }
}
