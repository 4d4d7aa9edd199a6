package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.Porchlight;
import org.porchlight.account.AsOwner;
import org.porchlight.recording.RecordingRemoved;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.testing.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the log takes with 1,000,000 viewings in ten years and 100,000 recordings. No test: {@code ./mvnw test
 * -Dtest=LogBenchmark} prints the lines of the table in docs/performance.md, with the median and the longest of 20.
 */
class LogBenchmark {

    private static final int VIEWINGS = 1_000_000;
    private static final int RECORDINGS = 100_000;
    private static final int PRUNED = 10_000;
    private static final long BYTES = 15_000_000;
    private static final int PAGE = 50;
    private static final int TIMES = 20;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate LAST_DAY = LocalDate.now(BERLIN);

    @TempDir
    Path temp;

    @Test
    void measures() throws Exception {
        Path data = Files.createDirectory(temp.resolve("data"));
        Path recordings = Files.createDirectory(temp.resolve("recordings"));
        try (TestDatabase database = new TestDatabase(data)) {
            fill(database.client(), recordings);
        }
        Path empty = Files.createDirectory(temp.resolve("empty"));
        start(empty).close();
        for (int i = 0; i < 3; i++) {
            say("start with an empty log", startMillis(empty));
            say("start with this log", startMillis(data));
        }
        try (ConfigurableApplicationContext house = start(data)) {
            AsOwner.run(() -> measure(house.getBean(ViewingLog.class)));
            AsOwner.run(() -> measure(house.getBean(ViewingStatistics.class)));
            pruneLines(house);
            pruneRecordings(house);
        }
    }

    private static void pruneLines(ConfigurableApplicationContext house) {
        Instant before = oldest(house.getBean(JdbcClient.class), PRUNED);
        long begin = System.nanoTime();
        int deleted = house.getBean(OldViewings.class).deleteBefore(before);
        say("pruning of " + deleted + " lines", millisSince(begin));
    }

    private static void pruneRecordings(ConfigurableApplicationContext house) throws Exception {
        CountDownLatch removed = new CountDownLatch(PRUNED);
        house.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> news && news.getPayload() instanceof RecordingRemoved) {
                removed.countDown();
            }
        });
        HouseSettings settings = house.getBean(HouseSettings.class);
        Settings before = settings.current();
        // Those elsewhere cannot be removed, and do not count: every one that is here has to go.
        RoomLimits limits = new RoomLimits(0, 1, 0L, 7);
        long begin = System.nanoTime();
        AsOwner.run(() -> settings.save(new Settings(
                before.framesPerSecond(),
                before.recordingsFolder(),
                before.recordEverySession(),
                before.preRollSeconds(),
                limits)));
        assertThat(removed.await(10, TimeUnit.MINUTES)).isTrue();
        say("pruning of " + PRUNED + " recordings with their files", millisSince(begin));
    }

    private static void measure(ViewingLog log) {
        filter(log, "none", LogFilter.ALL);
        filter(log, "a day", new LogFilter(LAST_DAY.minusYears(4), LAST_DAY.minusYears(4), null));
        filter(log, "a month", new LogFilter(LAST_DAY.minusMonths(1), LAST_DAY, null));
        filter(log, "a month of one person", new LogFilter(LAST_DAY.minusMonths(1), LAST_DAY, "Member 3"));
        filter(log, "a year", new LogFilter(LAST_DAY.minusYears(1), LAST_DAY, null));
        filter(log, "nine years of one person", new LogFilter(LAST_DAY.minusYears(9), LAST_DAY, "Member 3"));
        filter(log, "one camera", LogFilter.ALL.through(2L));
        filter(log, "one camera of one person", LogFilter.ALL.through(2L).of("Member 3"));
        filter(log, "with recording only", LogFilter.ALL.recorded(true));
        filter(
                log,
                "with recording only, a year of one person through one camera",
                new LogFilter(LAST_DAY.minusYears(1), LAST_DAY, "Member 3", 2L, true));
        median("everyone in it", log::usernames);
        median("every camera in it", log::cameras);
        for (LogSort.Key key : LogSort.Key.values()) {
            median("sorted by " + key, () -> log.page(LogFilter.ALL, new LogSort(key, true), 0, PAGE));
        }
        median("scrolled to the end", () -> log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, VIEWINGS - PAGE, PAGE));
        median("scrolled to the middle", () -> log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, VIEWINGS / 2, PAGE));
    }

    private static void measure(ViewingStatistics statistics) {
        for (int days : new int[] {7, 30, 90}) {
            median(
                    "the overview of " + days + " days",
                    () -> statistics.between(LAST_DAY.minusDays(days - 1L), LAST_DAY));
        }
    }

    private static void filter(ViewingLog log, String what, LogFilter filter) {
        median("date filter: " + what, () -> {
            log.page(filter, LogSort.NEWEST_FIRST, 0, PAGE);
            log.summary(filter);
        });
    }

    private static void fill(JdbcClient database, Path recordings) throws IOException {
        long last = LAST_DAY.plusDays(1).atStartOfDay(BERLIN).toInstant().toEpochMilli();
        long step = Duration.ofDays(3650).toMillis() / VIEWINGS;
        database.sql("""
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
                        INSERT INTO viewing (id, member_id, username, camera_id, camera_name, device, started_at, seen_at,
                            ended_at, end_reason)
                        SELECT i, i % 7, 'Member ' || (i % 7), 1 + i % 3, 'Camera ' || (1 + i % 3), 'Phone', :last - (:count - i) * :step - 1,
                            :last - (:count - i) * :step + (i * 7919) % 600000, :last - (:count - i) * :step + (i * 7919) % 600000,
                            'LEFT' FROM n""")
                .param("count", VIEWINGS)
                .param("last", last)
                .param("step", step)
                .update();
        database.sql("""
                        INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, started_at,
                            length_ms, bytes, state, ended_reason, sha256)
                        SELECT printf('%08x-0000-4000-8000-%012x', id * 7919 % 4294967291, id), id, 1, 'Front door',
                            iif(id <= :pruned * :each, :recordings, '/elsewhere'), id || '.mp4', started_at, started_at, 60000,
                            :bytes, 'COMPLETE', 'STOPPED', '' FROM viewing WHERE id % :each = 0""")
                .param("pruned", PRUNED)
                .param("each", VIEWINGS / RECORDINGS)
                .param("recordings", recordings.toString())
                .param("bytes", BYTES)
                .update();
        database.sql("""
                        INSERT INTO settings (id, frames_per_second, recordings_folder, record_every_session, retention_days,
                            least_free_bytes) VALUES (1, 30, ?, 0, 0, 0)""").param(recordings.toString()).update();
        for (int i = 1; i <= PRUNED; i++) {
            Files.createFile(recordings.resolve(i * (VIEWINGS / RECORDINGS) + ".mp4"));
        }
    }

    private static Instant oldest(JdbcClient database, int count) {
        // One in ten was recorded, and stays.
        return Instant.ofEpochMilli(database.sql("SELECT started_at FROM viewing ORDER BY started_at LIMIT 1 OFFSET ?")
                .param(count * 10 / 9)
                .query(Long.class)
                .single());
    }

    private static double startMillis(Path data) {
        long begin = System.nanoTime();
        try (ConfigurableApplicationContext house = start(data)) {
            return millisSince(begin);
        }
    }

    private static ConfigurableApplicationContext start(Path data) {
        return SpringApplication.run(
                Porchlight.class,
                "--server.port=0",
                "--vaadin.productionMode=true",
                "--porchlight.camera=demo",
                "--porchlight.data-dir=" + data);
    }

    private static void median(String what, Runnable work) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            work.run();
            millis.add(millisSince(begin));
        }
        millis.sort(null);
        System.out.printf("| %s | %.1f ms | %.1f ms |%n", what, millis.get(TIMES / 2), millis.getLast());
    }

    private static void say(String what, double millis) {
        System.out.printf("| %s | %.0f ms | |%n", what, millis);
    }

    private static double millisSince(long beginNanos) {
        return (System.nanoTime() - beginNanos) / 1e6;
    }
}
