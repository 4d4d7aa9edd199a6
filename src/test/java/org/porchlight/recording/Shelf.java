package org.porchlight.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.porchlight.recording.Recording.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts recordings, with their rows and their files, where a test wants them. All belong to viewing 1. */
public final class Shelf {

    public static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    private final RecordingRows rows;

    public Shelf(JdbcClient database) {
        rows = new RecordingRows(database);
        database.sql(
                        "INSERT OR IGNORE INTO viewing (id, member_id, username, camera_id, camera_name, device, started_at,"
                                + " seen_at, ended_at, end_reason) VALUES (1, 1, 'Ana', 1, 'Front door', '', :at, :at, :at, 'LEFT')")
                .param("at", EVENING.toEpochMilli())
                .update();
    }

    public Recording put(Path folder, String day, String content) throws IOException {
        return put(folder, day, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A finished recording. */
    public Recording put(Path folder, String day, byte[] content) throws IOException {
        Recording running = running(folder, day);
        Files.createDirectories(folder.resolve(day));
        Files.write(folder.resolve(running.file()), content);
        rows.finished(
                running.id(),
                State.COMPLETE,
                RecordingEnd.STOPPED,
                EVENING,
                Duration.ofSeconds(7),
                content.length,
                0,
                null);
        return rows.find(running.id()).orElseThrow();
    }

    /** One that runs; it has no file. */
    public Recording running(Path folder, String day) {
        String id = UUID.randomUUID().toString();
        Recording recording = new Recording(
                id,
                1,
                1,
                "Front door",
                folder,
                day + "/" + id + ".mp4",
                EVENING,
                null,
                Duration.ZERO,
                0,
                0,
                State.RECORDING,
                null,
                null,
                false,
                null);
        rows.insert(recording);
        return recording;
    }
}
