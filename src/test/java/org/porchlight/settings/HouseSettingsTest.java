package org.porchlight.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.settings.InvalidInput.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteDataSource;

class HouseSettingsTest {
    @TempDir
    Path folder;

    private final List<Object> events = new ArrayList<>();
    private JdbcClient database;
    private HouseSettings settings;

    @BeforeEach
    void open() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("porchlight.db"));
        Flyway.configure().dataSource(source).load().migrate();
        database = JdbcClient.create(source);
        settings = new HouseSettings(database, events::add);
    }

    @Test
    void defaultsHoldUntilAnOwnerSaves() {
        assertThat(settings.current()).isEqualTo(Settings.defaults());
        assertThat(settings.current().recordingsFolder()).isAbsolute();
    }

    @Test
    void whatIsSavedHoldsAtOnceAndAfterARestart() throws Exception {
        Settings before = settings.current();
        Settings wanted = new Settings(12, folder.resolve("a/b c"), true, 12, RoomLimits.defaults());

        settings.save(wanted);

        assertThat(settings.current()).isEqualTo(wanted);
        assertThat(wanted.recordingsFolder()).isEmptyDirectory();
        assertThat(events).containsExactly(new SettingsChanged(before, wanted));
        assertThat(new HouseSettings(database, events::add).current()).isEqualTo(wanted);
    }

    @Test
    void savingTheSameAgainTellsNobody() throws Exception {
        settings.save(new Settings(12, folder, true, 5, RoomLimits.defaults()));
        settings.save(new Settings(12, folder, true, 5, RoomLimits.defaults()));
        assertThat(events).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 61, Integer.MAX_VALUE})
    void framesPerSecondAreOneToSixty(int framesPerSecond) {
        assertThat(problems(new Settings(framesPerSecond, folder, false, 5, RoomLimits.defaults())))
                .singleElement()
                .hasToString("Problem[field=Frames per second, sentence=Enter a whole number from 1 to 60.]");
        assertThat(settings.current()).isEqualTo(Settings.defaults());
        assertThat(events).isEmpty();
    }

    @Test
    void theFolderHasToTakeAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path wrong : List.of(file, file.resolve("below"), Path.of("/proc/recordings"), Path.of("/proc"))) {
            assertThat(problems(new Settings(30, wrong, false, 5, RoomLimits.defaults())))
                    .as("problems of %s", wrong)
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.field()).isEqualTo("Recordings folder");
                        assertThat(problem.sentence()).asString().endsWith(".").doesNotContain("Exception");
                    });
        }
    }

    @Test
    void noFolderIsMadeWhileSomethingElseIsWrong() {
        assertThat(problems(new Settings(0, folder.resolve("films"), false, 5, RoomLimits.defaults())))
                .extracting(Problem::field)
                .containsExactly("Frames per second");
        assertThat(folder.resolve("films")).doesNotExist();
    }

    @Test
    void aRefusedFolderLeavesNothingBehind() {
        Path tooLong = folder.resolve("films").resolve("x".repeat(300));
        assertThat(problems(new Settings(30, tooLong, false, 5, RoomLimits.defaults())))
                .extracting(Problem::field)
                .containsExactly("Recordings folder");
        assertThat(folder.resolve("films")).doesNotExist();
        assertThat(settings.current()).isEqualTo(Settings.defaults());
    }

    @Test
    void theFolderInForceIsLeftAloneWhileItsDiskIsUnplugged() throws Exception {
        Path disk = folder.resolve("disk");
        settings.save(new Settings(30, disk, false, 5, RoomLimits.defaults()));
        Files.delete(disk);

        settings.save(new Settings(12, disk, true, 5, RoomLimits.defaults()));

        assertThat(settings.current()).isEqualTo(new Settings(12, disk, true, 5, RoomLimits.defaults()));
        assertThat(disk).doesNotExist();
    }

    @Test
    void whoHearsOfAChangeHoldsNobodyUp() throws Exception {
        List<Boolean> locked = new ArrayList<>();
        settings = new HouseSettings(database, event -> locked.add(Thread.holdsLock(settings)));

        settings.save(new Settings(12, folder, false, 5, RoomLimits.defaults()));

        assertThat(locked).containsExactly(false);
    }

    @Test
    void aFolderMayBeWrittenInManyWays() throws Exception {
        assertThat(settings.folder(" /srv/door/ ")).isEqualTo(Path.of("/srv/door"));
        assertThat(settings.folder("recordings"))
                .isEqualTo(Path.of("recordings").toAbsolutePath());
        assertThat(settings.folder("~/door")).isEqualTo(Path.of(System.getProperty("user.home"), "door"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "/srv/\u0000"})
    void whatIsNoFolderIsRefusedWithASentence(String typed) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> settings.folder(typed));
        assertThat(refused.problems()).extracting(Problem::field).containsExactly("Recordings folder");
    }

    private List<Problem> problems(Settings wanted) {
        return catchThrowableOfType(InvalidInput.class, () -> settings.save(wanted))
                .problems();
    }
}
