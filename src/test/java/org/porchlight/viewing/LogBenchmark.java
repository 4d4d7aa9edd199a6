package org.porchlight.viewing;

import static org.mockito.Mockito.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.Porchlight;
import org.porchlight.account.AsOwner;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.testing.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long the log takes with 1,000,000 viewings in ten years and 100,000 recordings. No test: {@code ./mvnw test
 * -Dtest=LogBenchmark} prints the lines of the table in docs/performance.md.
 */
class LogBenchmark {

    private static final int VIEWINGS = 1_000_000;
    private static final int RECORDINGS = 100_000;
    private static final int PAGE = 50;
    private static final int TIMES = 20;
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path temp;

    @Test
    void measures() throws Exception {
        Path data = Files.createDirectory(temp.resolve("data"));
        try (TestDatabase database = new TestDatabase(data)) {
            fill(database);
            ViewingRows rows = new ViewingRows(database.client(), database.template(), database.transaction());
            try (ConfigurableApplicationContext house = start(Files.createDirectory(temp.resolve("warm-up")))) {
                RecordingLibrary library = house.getBean(RecordingLibrary.class);
                say("house with an empty log", startMillis(Files.createDirectory(temp.resolve("empty"))));
                ViewingLog log = new ViewingLog(
                        database.client(), rows, library, mock(ViewingRights.class), event -> {}, BERLIN);
                AsOwner.run(() -> measure(log));
            }
            long begin = System.nanoTime();
            long deleted = new OldViewings(database.client()).deleteBefore(oldest(database, 10_000));
            say("pruning of " + deleted, millisSince(begin));
            begin = System.nanoTime();
            database.client().sql("PRAGMA quick_check").query(String.class).single();
            say(
                    "PRAGMA quick_check, " + Files.size(data.resolve("porchlight.db")) / 1_000_000 + " MB",
                    millisSince(begin));
            begin = System.nanoTime();
            database.client().sql("PRAGMA integrity_check").query(String.class).single();
            say("PRAGMA integrity_check", millisSince(begin));
        }
        say("house with this log", startMillis(data));
    }

    private static void measure(ViewingLog log) {
        median("the log's first page", () -> {
            log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, PAGE);
            log.count(LogFilter.ALL);
        });
        median("its summary, in numbers", () -> log.summary(LogFilter.ALL));
        median("everyone in it", log::usernames);
        for (Map.Entry<String, LogFilter> filter : Map.of(
                        "a day", new LogFilter(LAST_DAY.minusYears(4), LAST_DAY.minusYears(4), null),
                        "a month", new LogFilter(LAST_DAY.minusMonths(1), LAST_DAY, null),
                        "a year", new LogFilter(LAST_DAY.minusYears(1), LAST_DAY, null),
                        "a month of one person", new LogFilter(LAST_DAY.minusMonths(1), LAST_DAY, "Member 3"))
                .entrySet()) {
            median("date filter: " + filter.getKey(), () -> {
                log.page(filter.getValue(), LogSort.NEWEST_FIRST, 0, PAGE);
                log.count(filter.getValue());
                log.summary(filter.getValue());
            });
        }
        for (LogSort.Key key : LogSort.Key.values()) {
            median("sorted by " + key, () -> log.page(LogFilter.ALL, new LogSort(key, true), 0, PAGE));
        }
        median("scrolled to the middle", () -> log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, VIEWINGS / 2, PAGE));
    }

    private static void fill(TestDatabase database) {
        long last = LAST_DAY.plusDays(1).atStartOfDay(BERLIN).toInstant().toEpochMilli();
        long step = Duration.ofDays(3650).toMillis() / VIEWINGS;
        database.client()
                .sql("""
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
                        INSERT INTO viewing (id, member_id, username, camera_id, camera_name, device, started_at, seen_at,
                            ended_at, end_reason)
                        SELECT i, i % 7, 'Member ' || (i % 7), 1, 'Front door', 'Phone', :last - (:count - i) * :step - 1,
                            :last - (:count - i) * :step + (i * 7919) % 600000, :last - (:count - i) * :step + (i * 7919) % 600000,
                            'LEFT' FROM n""")
                .param("count", VIEWINGS)
                .param("last", last)
                .param("step", step)
                .update();
        database.client().sql("""
                        INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, started_at,
                            length_ms, bytes, state, ended_reason)
                        SELECT printf('%08x-0000-4000-8000-%012x', id * 7919 % 4294967291, id), id, 1, 'Front door',
                            '/nowhere/recordings', 'day/' || id || '.mp4', started_at, started_at, 60000, 15000000, 'COMPLETE',
                            'STOPPED' FROM viewing WHERE id % :each = 0""").param("each", VIEWINGS / RECORDINGS).update();
        database.client().sql("ANALYZE").update();
    }

    private static Instant oldest(TestDatabase database, int count) {
        // One in ten was recorded, and stays.
        return Instant.ofEpochMilli(database.client()
                .sql("SELECT started_at FROM viewing ORDER BY started_at LIMIT 1 OFFSET ?")
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
