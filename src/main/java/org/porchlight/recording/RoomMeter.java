package org.porchlight.recording;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.Recording.State;
import org.porchlight.settings.HouseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Measures the room that recordings, and snapshots with them, take and have. Reads the disk and the database: not for a thread that must not wait. */
@Service
public class RoomMeter {

    private static final long GIBIBYTE = 1L << 30;
    private static final Duration LATELY = Duration.ofDays(7);

    /** What the encoder is asked for: 2 Mb/s. */
    private static final long LIKELY_BYTES_PER_SECOND = 250_000;

    private final JdbcClient database;
    private final RecordingRows rows;
    private final HouseSettings settings;
    private final Clock clock;

    RoomMeter(JdbcClient database, RecordingRows rows, HouseSettings settings, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** The room there is now. */
    public Room measure() {
        Path folder = settings.current().recordingsFolder().toAbsolutePath().normalize();
        Room.Disk disk = disk(folder);
        long written =
                rows.in(State.RECORDING).stream().mapToLong(RoomMeter::size).sum();
        long perSecond = bytesPerSecond();
        long perDay = bytesPerDay();
        return database.sql("""
                        SELECT coalesce(sum(bytes), 0) + (SELECT coalesce(sum(bytes), 0) FROM snapshot) AS recorded,
                            coalesce(sum(bytes) FILTER (WHERE kept = 1 AND trashed_at IS NULL), 0) AS kept,
                            coalesce(sum(bytes) FILTER (WHERE trashed_at IS NOT NULL), 0) AS trash,
                            coalesce(sum(bytes) FILTER
                                (WHERE folder = :folder AND (kept = 0 OR trashed_at IS NOT NULL)), 0) AS removable
                        FROM recording""")
                .param("folder", folder.toString())
                .query((row, number) -> new Room(
                        folder,
                        row.getLong("recorded") + written,
                        row.getLong("kept"),
                        row.getLong("trash"),
                        row.getLong("removable"),
                        disk,
                        floor(disk, perSecond),
                        perSecond,
                        perDay))
                .single();
    }

    /** The disk that a folder lies on; null when it is not there. */
    static Room.@Nullable Disk disk(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return new Room.Disk(store.getTotalSpace(), store.getUsableSpace());
        } catch (IOException e) {
            return null;
        }
    }

    /** What an owner wants; else an hour of recording, 1 GiB at least, but never more than a quarter of a small disk. */
    private long floor(Room.@Nullable Disk disk, long perSecond) {
        Long wanted = settings.current().room().leastFreeBytes();
        if (wanted != null) {
            return wanted;
        }
        long automatic = Math.max(GIBIBYTE, perSecond * Duration.ofHours(1).toSeconds());
        return disk == null ? automatic : Math.min(automatic, disk.total() / 4);
    }

    private long bytesPerSecond() {
        return database.sql("""
                        SELECT coalesce(sum(bytes) * 1000 / nullif(sum(length_ms), 0), :likely) FROM
                            (SELECT bytes, length_ms FROM recording WHERE length_ms > 0 ORDER BY asked_at DESC LIMIT 100)""")
                .param("likely", LIKELY_BYTES_PER_SECOND)
                .query(Long.class)
                .single();
    }

    private long bytesPerDay() {
        Instant now = clock.instant();
        return database.sql("SELECT coalesce(sum(bytes), 0) AS bytes, min(asked_at) AS since FROM recording"
                        + " WHERE asked_at BETWEEN :from AND :now")
                .param("from", now.minus(LATELY).toEpochMilli())
                .param("now", now.toEpochMilli())
                .query((row, number) -> {
                    Duration span = Duration.between(Instant.ofEpochMilli(row.getLong("since")), now);
                    double days = Math.clamp(span.toMillis() / 86_400_000.0, 1, LATELY.toDays());
                    return Math.round(row.getLong("bytes") / days);
                })
                .single();
    }

    /** What a recording that is being written takes already. */
    private static long size(Recording running) {
        try {
            return Files.size(RecordingFolder.locate(running));
        } catch (IOException e) {
            return 0; // it has not begun yet, or its disk is gone
        }
    }
}
