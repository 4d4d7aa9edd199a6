package org.porchlight.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Fills the log of a house that stands still with some weeks of a family's life, made out of the one recording that is in it. */
final class TourLog {
    private static final int DAYS = 60;
    private static final ZoneId ZONE = ZoneId.systemDefault();
    private static final List<String> FAMILY = List.of("Ana", "Ben", "Mira", "Jo");
    private static final List<String> DEVICES = List.of("Phone", "Computer", "Tablet");
    private static final List<String> NOTES = List.of("Parcel for the neighbours", "Who was that?", "The cat again");
    /** When people look: at eight, at noon, and in the evening. */
    private static final int[] HOURS = {7, 8, 8, 8, 10, 12, 12, 13, 15, 16, 17, 18, 18, 18, 19, 19, 20, 21};

    private final Path folder;
    private final Random random = new Random(4);

    TourLog(Path folder) {
        this.folder = folder;
    }

    void write() throws IOException {
        SingleConnectionDataSource source =
                new SingleConnectionDataSource("jdbc:sqlite:" + folder.resolve("data/porchlight.db"), true);
        try {
            JdbcClient database = JdbcClient.create(source);
            database.sql(
                            "INSERT INTO camera (name, source, width, height, position) VALUES ('Garden', 'demo', 1280, 720, 2)")
                    .update();
            FAMILY.forEach(name -> member(database, name));
            for (int day = DAYS; day >= 0; day--) {
                for (int looks = random.nextInt(2, 9); looks > 0; looks--) {
                    look(database, LocalDate.now(ZONE).minusDays(day));
                }
            }
        } finally {
            source.destroy();
        }
    }

    private static void member(JdbcClient database, String name) {
        database.sql("INSERT OR IGNORE INTO member (username, name_key, password_hash, role, state, created_at)"
                        + " VALUES (:name, lower(:name), '', 'MEMBER', 'ACTIVE', :now)")
                .param("name", name)
                .param("now", Instant.now().minus(Duration.ofDays(DAYS)).toEpochMilli())
                .update();
        database.sql("INSERT OR IGNORE INTO member (username, name_key, password_hash, role, state, created_at)"
                        + " VALUES ('Tom', 'tom', '', 'MEMBER', 'WAITING', :now)")
                .param("now", Instant.now().minus(Duration.ofHours(2)).toEpochMilli())
                .update();
    }

    private void look(JdbcClient database, LocalDate day) throws IOException {
        long begin = day.atTime(any(HOURS), random.nextInt(60), random.nextInt(60))
                .atZone(ZONE)
                .toInstant()
                .toEpochMilli();
        long end = begin + 15_000 + random.nextInt(180_000);
        if (end > System.currentTimeMillis()) {
            return;
        }
        String name = FAMILY.get(Math.min(random.nextInt(FAMILY.size() + 1), random.nextInt(FAMILY.size())));
        database.sql(
                        "INSERT INTO viewing (member_id, username, camera_id, camera_name, device, started_at, seen_at, ended_at,"
                                + " end_reason, note) SELECT id, username, 1, 'Front door', :device, :begin, :end, :end, 'LEFT', :note"
                                + " FROM member WHERE username = :name")
                .param("device", DEVICES.get(random.nextInt(DEVICES.size())))
                .param("begin", begin)
                .param("end", end)
                .param("note", random.nextInt(6) == 0 ? NOTES.get(random.nextInt(NOTES.size())) : null)
                .param("name", name)
                .update();
        if (random.nextInt(3) == 0) {
            record(database, day, begin + 2_500);
        }
    }

    /** The one real recording again, under another name and at another time. */
    private void record(JdbcClient database, LocalDate day, long at) throws IOException {
        Path real = Path.of(database.sql("SELECT folder || '/' || file FROM recording ORDER BY asked_at DESC LIMIT 1")
                .query(String.class)
                .single());
        String id = UUID.nameUUIDFromBytes(("tour " + at).getBytes(StandardCharsets.UTF_8))
                .toString();
        String file = day + "/" + id + ".mp4";
        database.sql(
                        "INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, started_at, length_ms,"
                                + " bytes, state, kept) SELECT :id, (SELECT max(id) FROM viewing), camera_id, camera_name, folder, :file, :at,"
                                + " :at, length_ms, bytes, 'COMPLETE', :kept FROM recording ORDER BY asked_at DESC LIMIT 1")
                .param("id", id)
                .param("file", file)
                .param("at", at)
                .param("kept", random.nextInt(8) == 0 ? 1 : 0)
                .update();
        Path copy = folder.resolve("recordings").resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(real, copy);
    }

    private int any(int[] of) {
        return of[random.nextInt(of.length)];
    }
}
