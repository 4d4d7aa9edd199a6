package org.porchlight.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows the disk that each folder of recordings lies on by a small file in it. Where that is missing, another disk lies beneath:
 * the recordings' own is not mounted. Safe for any thread.
 */
@Component
class DiskMarker {

    /** The file's name. In it stands an id, which the database knows too. */
    static final String FILE = ".porchlight-disk";

    private static final int LONGEST = 100;

    private final JdbcClient database;
    private final Map<Path, Optional<String>> known = new ConcurrentHashMap<>();

    DiskMarker(JdbcClient database) {
        this.database = database;
    }

    /** Whether this folder was marked once, on whatever disk. */
    boolean knows(Path folder) {
        return known(folder).isPresent();
    }

    /** Whether the disk that was marked lies at this folder; not for one that never was. Touches the disk. */
    boolean isHere(Path folder) {
        Optional<String> expected = known(folder);
        return expected.isPresent() && expected.equals(read(folder));
    }

    /**
     * From now on the disk that lies at this folder is the right one. A marker that it has already stays.
     *
     * @throws IOException when it cannot be written
     */
    void mark(Path folder) throws IOException {
        Optional<String> there = read(folder);
        String marker = there.orElseGet(() -> UUID.randomUUID().toString());
        if (there.isEmpty()) {
            write(folder, marker);
        }
        database.sql("INSERT INTO recordings_disk (folder, marker) VALUES (:folder, :marker)"
                        + " ON CONFLICT (folder) DO UPDATE SET marker = excluded.marker")
                .param("folder", folder.toString())
                .param("marker", marker)
                .update();
        known.put(folder, Optional.of(marker));
    }

    /** On the disk before anything counts on it: without its marker, a disk that lost its power just now would be another. */
    private static void write(Path folder, String marker) throws IOException {
        Path file = Files.writeString(folder.resolve(FILE), marker + "\n");
        for (Path each : List.of(file, folder)) {
            try (FileChannel channel = FileChannel.open(each)) {
                channel.force(true);
            }
        }
    }

    private Optional<String> known(Path folder) {
        return known.computeIfAbsent(
                folder,
                unread -> database.sql("SELECT marker FROM recordings_disk WHERE folder = :folder")
                        .param("folder", unread.toString())
                        .query(String.class)
                        .optional());
    }

    private static Optional<String> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.size(file) > LONGEST
                    ? Optional.empty()
                    : Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
