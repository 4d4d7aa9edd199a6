package org.porchlight.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.account.CurrentMember;
import org.porchlight.recording.Sha256;
import org.porchlight.settings.CannotStart;
import org.porchlight.settings.PorchlightOptions;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;

class BackupTest {

    @TempDir
    Path temp;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T17:40:12Z"));

    private Path data;
    private Path recordings;
    private TestDatabase database;
    private Backups backups;

    @BeforeEach
    void build() throws IOException {
        data = Files.createDirectory(temp.resolve("data"));
        recordings = Files.createDirectory(temp.resolve("recordings"));
        database = new TestDatabase(data);
        database.client()
                .sql(
                        "INSERT INTO viewing (id, member_id, username, camera_id, camera_name, device, started_at, seen_at, ended_at)"
                                + " VALUES (1, 1, 'Ana', 1, 'Front door', '', 0, 0, 0)")
                .update();
        backups = new Backups(
                new PorchlightOptions(null, data),
                new BackupOptions(null, 3, null, null, false),
                mock(CurrentMember.class),
                event -> {},
                clock,
                ZoneId.of("Europe/Berlin"));
    }

    @AfterEach
    void close() throws InterruptedException {
        backups.end();
        database.close();
    }

    @Test
    void aBackupIsForTheEyesOfTheServerAloneAndLeavesNothingElse() throws Exception {
        Path backup = make();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(files(data.resolve("backups"))).containsExactly(backup);
    }

    @Test
    void oneIsMadeADayAndTheLastAreKept() throws Exception {
        for (int hour = 0; hour < 24 * 6; hour++) {
            backups.makeIfDue();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(names())
                .containsExactly(
                        "porchlight-2026-11-25-184012.zip",
                        "porchlight-2026-11-26-184012.zip",
                        "porchlight-2026-11-27-184012.zip");
    }

    @Test
    void whatAKilledBackupLeftGoesAndWhatIsNoneStays() throws Exception {
        Path folder = Files.createDirectory(data.resolve("backups"));
        Path mine = Files.createFile(folder.resolve("holiday.zip"));
        Files.createFile(folder.resolve("porchlight-2026-11-22-040000.zip.copy.unfinished"));
        new BackupFolder(folder).tidy();
        Path backup = make();
        assertThat(files(folder)).containsExactly(mine, backup);
    }

    @Test
    void clicksDoNotDriveOutTheBackupsOfDaysBefore() throws Exception {
        for (int day = 0; day < 3; day++) {
            make();
            clock.pass(Duration.ofDays(1));
        }
        for (int click = 0; click < 7; click++) {
            make();
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(names())
                .containsExactly(
                        "porchlight-2026-11-23-184012.zip",
                        "porchlight-2026-11-24-184012.zip",
                        "porchlight-2026-11-25-184612.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:09Z", "2030-01-01T00:00:09Z"})
    void aWrongClockDrivesOutNoneAndIsOverWhenItIsPutRight(String wrong) throws Exception {
        for (int day = 0; day < 2; day++) {
            make();
            clock.pass(Duration.ofDays(1));
        }
        Instant right = clock.instant();
        clock.set(Instant.parse(wrong));
        Path odd = make();
        clock.set(right);
        backups.makeIfDue();
        clock.pass(Duration.ofHours(1));
        backups.makeIfDue();

        assertThat(names().stream().filter(name -> name.contains("2026")))
                .containsExactly(
                        "porchlight-2026-11-22-184012.zip",
                        "porchlight-2026-11-23-184012.zip",
                        "porchlight-2026-11-24-184012.zip");
        assertThat(Files.exists(odd)).isEqualTo(wrong.startsWith("2030"));
        assertThat(backups.last()).map(Backup::name).contains("porchlight-2026-11-24-184012.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"porchlight.db.restoring", "porchlight-before-restore-2026-11-22-040000.db"})
    void aRestoreThatWasCutOffIsNotTakenForAnEmptyHouse(String left) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("house"));
        Path file = Files.createFile(folder.resolve(left));
        PorchlightOptions house = new PorchlightOptions(null, folder);
        DatabaseOpening opening = new DatabaseOpening(DatabaseFile.in(folder), house, BackupOptions.defaults());
        assertThatThrownBy(opening::look)
                .isInstanceOfSatisfying(
                        CannotStart.class, told -> assertThat(told.action()).contains("--porchlight.restore="))
                .hasMessage("The database is missing, and a restore, which may have been cut off, left " + file + ".");

        new DatabaseOpening(DatabaseFile.in(folder), house, new BackupOptions(null, 7, null, null, true)).look();
        restore(make(), folder, null);
        opening.look();
    }

    @Test
    void whatSqliteLeftOfTheDatabaseOfBeforeIsNotReadIntoTheOneThatComesBack() throws Exception {
        Path house = Files.createDirectory(temp.resolve("house"));
        Files.writeString(house.resolve("porchlight.db-wal"), "of before");
        restore(make(), house, null);
        try (Stream<Path> files = Files.list(house)) {
            assertThat(files.filter(file -> file.toString().endsWith(".db-wal")))
                    .anySatisfy(file -> {
                        assertThat(file.getFileName().toString()).startsWith("porchlight-before-restore-");
                        assertThat(file).hasContent("of before");
                    });
        }
    }

    @Test
    void aBackupThatCannotBeWrittenIsToldInOneSentence() throws Exception {
        Files.createFile(data.resolve("backups"));
        assertThatThrownBy(backups::make)
                .isInstanceOf(CannotBackUp.class)
                .hasMessageStartingWith("No backup could be written to " + data.resolve("backups"));
    }

    @Test
    void onANewMachineABackupBringsAllBackAndSaysWhichRecordingsAreMissingOrDifferent() throws Exception {
        Path same = record("same", true);
        Path missing = record("missing", true);
        Path different = record("different", true);
        record("not summed up yet", false);
        Path backup = make();

        Files.delete(missing);
        Files.writeString(different, "DIFFERENT");
        Path newMachine = temp.resolve("new-machine");
        List<String> said = restore(backup, newMachine, null);

        assertThat(said)
                .contains("Recordings: 2 are there, 1 are missing, 1 are not what they were.")
                .contains("Missing: " + missing, "Different: " + different)
                .doesNotContain("Missing: " + same);
        try (TestDatabase restored = new TestDatabase(newMachine)) {
            assertThat(restored.client()
                            .sql("SELECT username FROM viewing")
                            .query(String.class)
                            .list())
                    .containsExactly("Ana");
            assertThat(restored.client()
                            .sql("SELECT count(*) FROM recording")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(4);
        }
    }

    @Test
    void recordingsThatLieElsewhereOnTheNewMachineAreFoundThere() throws Exception {
        Path file = record("on another disk", true);
        database.client()
                .sql("INSERT INTO snapshot (id, viewing_id, folder, file, taken_at, bytes, state)"
                        + " VALUES ('a', 1, '/gone', 'a.jpg', 0, 6, 'KEPT')")
                .update();
        Path backup = make();
        Path disk = temp.resolve("disk");
        Path there = disk.resolve(recordings.relativize(file));
        Files.createDirectories(there.getParent());
        Files.move(file, there);
        assertThat(restore(backup, temp.resolve("new-machine"), disk))
                .contains("Recordings: 1 are there, 0 are missing, 0 are not what they were.");
        try (TestDatabase back = new TestDatabase(temp.resolve("new-machine"))) {
            assertThat(back.client()
                            .sql("SELECT folder FROM snapshot")
                            .query(String.class)
                            .single())
                    .isEqualTo(disk.toString());
        }
    }

    @Test
    void aDatabaseThatIsThereIsKeptBesideTheOneThatComesBack() throws Exception {
        Path backup = make();
        Path house = Files.createDirectory(temp.resolve("house"));
        new TestDatabase(house).close();
        assertThat(restore(backup, house, null).getFirst()).startsWith("The database that was here is kept as ");
        assertThat(files(house)).hasSize(2);
    }

    @Test
    void aRunningHouseIsNotRestored() throws Exception {
        Path backup = make();
        assertThatThrownBy(() -> restore(backup, data, null)).hasMessageStartingWith("Porchlight still runs here");
    }

    @Test
    void whatIsNoBackupLeavesEverythingAsItIs() throws Exception {
        Path none = Files.writeString(temp.resolve("none.zip"), "not a zip");
        Path house = Files.createDirectory(temp.resolve("house"));
        new TestDatabase(house).close();
        List<Path> before = files(house);
        assertThatThrownBy(() -> restore(none, house, null)).isInstanceOf(CannotRestore.class);
        assertThat(files(house)).isEqualTo(before);
    }

    @Test
    void theCommandEndsWithWhetherItWorked() throws Exception {
        String into = "--porchlight.data-dir=" + temp.resolve("new-machine");
        String[] good = {"--porchlight.restore=" + make(), into};
        assertThat(RestoreCommand.isGiven(good)).isTrue();
        assertThat(RestoreCommand.run(good)).isZero();
        assertThat(temp.resolve("new-machine").resolve("porchlight.db")).exists();
        assertThat(RestoreCommand.run(new String[] {"--porchlight.restore=nothing.zip", into}))
                .isOne();
        assertThat(RestoreCommand.isGiven(new String[] {into})).isFalse();
    }

    private List<String> names() throws IOException {
        return files(data.resolve("backups")).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }

    private Path make() throws CannotBackUp {
        Backup backup = backups.make();
        return backup.folder().resolve(backup.name());
    }

    private static List<String> restore(Path backup, Path into, @Nullable Path recordings) throws CannotRestore {
        return new Restore(new PorchlightOptions(null, into), new BackupOptions(null, 7, backup, recordings, false))
                .run();
    }

    private Path record(String content, boolean summedUp) throws IOException {
        String id = UUID.randomUUID().toString();
        Path file = recordings.resolve("2026-11-22/" + id + ".mp4");
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        database.client()
                .sql(
                        "INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, bytes, state, sha256)"
                                + " VALUES (?, 1, 1, 'Front door', ?, ?, 0, ?, 'COMPLETE', ?)")
                .params(id, recordings.toString(), recordings.relativize(file).toString(), content.length())
                .param(summedUp ? Sha256.of(file) : null)
                .update();
        return file;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith("-wal")
                            && !file.toString().endsWith("-shm"))
                    .sorted()
                    .toList();
        }
    }
}
