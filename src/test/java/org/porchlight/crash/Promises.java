package org.porchlight.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.porchlight.testing.VideoFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What has to hold after a house was killed and started again. */
final class Promises {

    private static final long LOST_AT_MOST_MILLIS = 1000;

    /** By so much may be counted differently where a recording begins and ends, on a computer that is too busy for 30 a second. */
    private static final Duration A_PICTURE_AT_EACH_END = Duration.ofMillis(300);

    private final Path folder;
    private final Set<Path> played = new HashSet<>();

    Promises(Path folder) {
        this.folder = folder;
    }

    private record Row(String id, long viewing, Path file, String state, long lengthMillis, long bytes) {}

    /** @param killedAt just before it was killed */
    void areKept(Ledger ledger, Instant killedAt) throws IOException {
        SingleConnectionDataSource source =
                new SingleConnectionDataSource("jdbc:sqlite:" + folder.resolve("data/porchlight.db"), true);
        try {
            JdbcClient database = JdbcClient.create(source);
            Map<String, Row> rows = rows(database);
            theDatabaseIsWhole(database);
            rowsAndFilesAgree(rows);
            everyFinishedRecordingPlays(rows);
            nothingIsMissingThatNobodyRemoved(ledger, rows);
            whatWasRemovedIsInTheTrail(ledger, database);
            whatWasFinishedIsThere(ledger, rows);
            whatIsKeptIsThere(ledger, rows);
            whatWasToBeMovedIs(ledger, rows);
            whatWasRunningLostLittle(ledger, rows, killedAt);
            viewingsAreThereUnlessTheyWereDeleted(ledger, database, rows);
            backupsAreWhole(ledger);
        } finally {
            source.destroy();
        }
    }

    private static Map<String, Row> rows(JdbcClient database) {
        Map<String, Row> rows = new HashMap<>();
        database.sql("SELECT * FROM recording").query(row -> {
            rows.put(
                    row.getString("id"),
                    new Row(
                            row.getString("id"),
                            row.getLong("viewing_id"),
                            Path.of(row.getString("folder")).resolve(row.getString("file")),
                            row.getString("state"),
                            row.getLong("length_ms"),
                            row.getLong("bytes")));
        });
        return rows;
    }

    private static void theDatabaseIsWhole(JdbcClient database) {
        assertThat(database.sql("PRAGMA integrity_check").query(String.class).list())
                .containsExactly("ok");
        assertThat(database.sql("PRAGMA foreign_key_check").query().listOfRows())
                .isEmpty();
        assertThat(database.sql("SELECT id FROM viewing WHERE ended_at IS NULL")
                        .query(Long.class)
                        .list())
                .as("viewings that nobody watches any more")
                .isEmpty();
    }

    private void rowsAndFilesAgree(Map<String, Row> rows) throws IOException {
        assertThat(rows.values()).extracting(Row::state).isSubsetOf("COMPLETE", "RECOVERED", "FAILED");
        assertThat(files())
                .as("files, each with a row of its own")
                .allMatch(rows.values().stream().map(Row::file).collect(Collectors.toSet())::contains);
        for (Row row : rows.values()) {
            if (isPlayable(row)) {
                assertThat(row.file()).as("the file of %s", row).hasSize(row.bytes());
            }
        }
    }

    /** All in both folders, but for what marks their disk, and tries it. */
    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String place : List.of("recordings", "usb")) {
            if (Files.exists(folder.resolve(place))) {
                try (Stream<Path> files = Files.walk(folder.resolve(place))) {
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().startsWith(".porchlight-"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isPlayable(Row row) {
        return !row.state().equals("FAILED");
    }

    private void everyFinishedRecordingPlays(Map<String, Row> rows) {
        List<Row> unseen = rows.values().stream()
                .filter(Promises::isPlayable)
                .filter(row -> played.add(row.file())) // again where it was moved
                .toList();
        for (Row row : unseen) {
            VideoFile video = VideoFile.decode(row.file());
            assertThat(video.errors()).as("errors in %s", row).isZero();
            assertThat(video.pictures()).as("pictures in %s", row).isPositive();
            assertThat(video.length())
                    .as("length of %s", row)
                    .isCloseTo(Duration.ofMillis(row.lengthMillis()), A_PICTURE_AT_EACH_END);
        }
    }

    private static void nothingIsMissingThatNobodyRemoved(Ledger ledger, Map<String, Row> rows) {
        Map<String, Long> missing = new HashMap<>();
        ledger.finished.forEach((id, finished) -> missing.put(id, finished.viewing()));
        ledger.running.forEach((id, running) -> missing.put(id, running.viewing()));
        missing.keySet().removeAll(rows.keySet());
        missing.keySet().removeAll(ledger.pruned);
        missing.values().removeAll(ledger.deleting);
        assertThat(missing)
                .as("but for what was being pruned when it was killed, and just now")
                .hasSizeLessThanOrEqualTo(ledger.limited ? 2 : 0);
        ledger.pruned.addAll(missing.keySet());
    }

    private static void whatWasRemovedIsInTheTrail(Ledger ledger, JdbcClient database) {
        assertThat(database.sql("SELECT count(*) FROM trail WHERE what = 'REMOVED'")
                        .query(Integer.class)
                        .single())
                .as("lines in the trail of what retention removed")
                .isGreaterThanOrEqualTo(ledger.pruned.size());
    }

    private static void whatWasFinishedIsThere(Ledger ledger, Map<String, Row> rows) {
        ledger.finished.forEach((id, finished) -> {
            if (!ledger.deleting.contains(finished.viewing()) && !ledger.pruned.contains(id)) {
                Row row = row(rows, id);
                assertThat(isPlayable(row)).as("whether %s can be watched", row).isTrue();
                assertThat(row.lengthMillis())
                        .as("what %s had been said to last", row)
                        .isCloseTo(finished.lengthMillis(), within(1L));
            }
        });
    }

    private static void whatIsKeptIsThere(Ledger ledger, Map<String, Row> rows) {
        assertThat(rows.keySet()).as("what is kept").containsAll(ledger.kept.keySet());
    }

    private static void whatWasToBeMovedIs(Ledger ledger, Map<String, Row> rows) {
        String target = ledger.movedTo;
        if (target != null) {
            assertThat(rows.values())
                    .filteredOn(Promises::isPlayable)
                    .allMatch(row -> row.file().startsWith(target), "lies in " + target);
        }
    }

    private static void whatWasRunningLostLittle(Ledger ledger, Map<String, Row> rows, Instant killedAt) {
        ledger.running.forEach((id, running) -> {
            if (!ledger.stopping.contains(running.viewing()) && !ledger.pruned.contains(id)) {
                long written = killedAt.toEpochMilli() - running.startedAtMillis();
                Row row = row(rows, id);
                assertThat(row.lengthMillis())
                        .as("milliseconds kept of %s, which ran for %d", row, written)
                        .isGreaterThanOrEqualTo(written - LOST_AT_MOST_MILLIS);
            }
        });
    }

    /** Under its name there is a whole backup or none, however it was broken off. */
    private void backupsAreWhole(Ledger ledger) throws IOException {
        Path backups = folder.resolve("data/backups");
        try (Stream<Path> files = Files.exists(backups) ? Files.list(backups) : Stream.empty()) {
            List<Path> zips =
                    files.filter(file -> file.toString().endsWith(".zip")).toList();
            for (Path zip : zips) {
                try (ZipFile backup = new ZipFile(zip.toFile())) {
                    InputStream database = backup.getInputStream(backup.getEntry("porchlight.db"));
                    assertThat(database.readAllBytes())
                            .as("the database in %s", zip)
                            .startsWith("SQLite format 3".getBytes(StandardCharsets.US_ASCII));
                }
            }
            if (!ledger.backups.isEmpty()) {
                assertThat(zips).as("what is left of %s", ledger.backups).isNotEmpty();
            }
        }
    }

    private static Row row(Map<String, Row> rows, String id) {
        Row row = rows.get(id);
        assertThat(row).as("the row of recording %s", id).isNotNull();
        return Objects.requireNonNull(row);
    }

    private static void viewingsAreThereUnlessTheyWereDeleted(
            Ledger ledger, JdbcClient database, Map<String, Row> rows) {
        Set<Long> there = new HashSet<>(database.sql("SELECT id FROM viewing")
                .query((row, number) -> row.getLong("id"))
                .list());
        Set<Long> mustBe = new HashSet<>(ledger.begun);
        mustBe.removeAll(ledger.deleting);
        mustBe.removeAll(ledger.trashed);
        assertThat(there).containsAll(mustBe).noneMatch(ledger.deleted::contains);
        assertThat(rows.values()).noneMatch(row -> ledger.deleted.contains(row.viewing()));
    }
}
