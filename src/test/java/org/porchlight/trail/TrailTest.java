package org.porchlight.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.account.Visitor;
import org.porchlight.camera.Camera;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.testing.TestDatabase;
import org.porchlight.viewing.LogFilter;
import org.springframework.dao.DataAccessException;

class TrailTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Visitor SOFA = new Visitor("192.168.1.7", "Phone, Safari");

    @TempDir
    Path folder;

    private TestDatabase database;
    private Trail trail;

    @BeforeEach
    void build() {
        database = new TestDatabase(folder);
        trail = new Trail(database.client(), database.transaction(), BERLIN);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE trail SET who = 'Nobody'",
                "DELETE FROM trail",
                "INSERT OR REPLACE INTO trail (id, at, who, what, details, address, device) SELECT id, 0, '', what, '', '', '' FROM trail",
                "UPDATE OR IGNORE trail SET at = 0",
                "REPLACE INTO trail (id, at, who, what, details, address, device) SELECT id, 0, '', what, '', '', '' FROM trail"
            })
    void aLineIsNeverChangedOrDeleted(String attack) {
        TrailLine line = add("2026-11-22T18:40:12+01:00", "Ana", What.SIGNED_IN, null);

        assertThatThrownBy(() -> database.client().sql(attack).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only ever added to");

        assertThat(all())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(line);
    }

    @Test
    void daysAreThoseOfTheHouseAndBothEndsAreIncluded() {
        add("2026-11-20T23:59:59+01:00", "Ana", What.SIGNED_IN, null);
        add("2026-11-21T00:00:00+01:00", "Ben", What.SIGNED_IN, null);
        add("2026-11-22T23:59:59+01:00", "Ana", What.SIGNED_OUT, null);
        add("2026-11-23T00:00:00+01:00", "Ben", What.SIGNED_OUT, null);
        LogFilter weekend = new LogFilter(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22), null);

        assertThat(trail.page(weekend, 0, 10)).extracting(TrailLine::who).containsExactly("Ana", "Ben");
        assertThat(trail.count(weekend)).isEqualTo(2);
        assertThat(trail.page(new LogFilter(null, null, "Ben"), 1, 10))
                .extracting(TrailLine::what)
                .containsExactly(What.SIGNED_IN);
        assertThat(trail.names()).containsExactly("Ana", "Ben");
    }

    @Test
    void aViewingTellsWhoSawItsRecording() {
        add("2026-11-22T18:00:00+01:00", "Ana", What.WATCHED, 7L);
        add("2026-11-22T18:01:00+01:00", "Ben", What.DOWNLOADED, 7L);
        add("2026-11-22T18:02:00+01:00", "Cleo", What.WATCHED, 7L);
        add("2026-11-22T18:03:00+01:00", "Ana", What.WATCHED, 7L);
        add("2026-11-22T18:04:00+01:00", "Ben", What.WATCHED, 8L);

        Map<Long, Audience> audiences = trail.audiences(List.of(7L, 9L));

        assertThat(audiences).containsOnlyKeys(7L);
        assertThat(audiences.values()).containsExactly(new Audience(List.of("Ana", "Cleo"), List.of("Ben")));
    }

    @Test
    void whoSawARecordingIsToldOnceWithTheLastTime() {
        add("2026-11-22T18:00:00+01:00", "Ana", What.WATCHED, 7L);
        add("2026-11-22T18:01:00+01:00", "Ben", What.DOWNLOADED, 7L);
        add("2026-11-22T18:03:00+01:00", "Ana", What.WATCHED, 7L);
        add("2026-11-22T18:04:00+01:00", "Cleo", What.WATCHED, 8L);

        assertThat(trail.looks(7))
                .containsExactly(
                        new Look("Ana", Instant.parse("2026-11-22T17:03:00Z")),
                        new Look("Ben", Instant.parse("2026-11-22T17:01:00Z")));
    }

    @Test
    void aPlayersManyRequestsAreOneLook() {
        Openings openings = new Openings();
        Openings.Opening watching = new Openings.Opening(1, "a", false, "192.168.1.7");
        Instant begin = Instant.parse("2026-11-22T18:00:00Z");

        assertThat(openings.begins(watching, begin)).isTrue();
        for (int minute = 1; minute <= 100; minute++) {
            assertThat(openings.begins(watching, begin.plus(Duration.ofMinutes(minute))))
                    .isFalse();
        }
        assertThat(openings.begins(new Openings.Opening(1, "a", true, "192.168.1.7"), begin))
                .isTrue();
        assertThat(openings.begins(watching, begin.plus(Duration.ofMinutes(131))))
                .isTrue();
    }

    @Test
    void everySettingThatChangesIsToldWithWhatItWas() {
        Settings before = Settings.defaults();
        Settings after = new Settings(
                15,
                Path.of("/srv/door"),
                !before.recordEverySession(),
                9,
                new RoomLimits(14, 40_000_000_000L, 2_000_000_000L, 1));

        assertThat(Changes.between(before, after))
                .hasSize(
                        Settings.class.getRecordComponents().length - 1 + RoomLimits.class.getRecordComponents().length)
                .contains(
                        "Frames per second: 15, was 30",
                        "Keep recordings for: 14 days, was 30 days",
                        "Most room: 40 GB, was no limit",
                        "Leave free: 2 GB, was automatic",
                        "Keep in the trash for: 1 day, was 7 days");
        assertThat(Changes.between(before, before)).isEmpty();
    }

    @Test
    void aSourcesPasswordIsNeverInIt() {
        Camera before = new Camera(1, "Front door", "rtsp://ana:secret@192.168.1.30/door?pass=secret", 1280, 720);
        Camera other = new Camera(1, "Front door", "rtsp://ana:hidden@192.168.1.30/door?pass=hidden", 1280, 720);
        Camera demo = new Camera(1, "Gate", null, 640, 480);

        assertThat(Changes.between(before, other)).hasSize(1).allMatch(line -> line.contains("another login"));
        assertThat(Changes.between(before, demo))
                .contains("Camera name: Gate, was Front door", "Resolution of Gate: 640 × 480, was 1280 × 720")
                .hasSize(3);
        assertThat(Changes.between(before, other).toString() + Changes.between(before, demo))
                .doesNotContain("secret", "hidden", "ana");
    }

    private List<TrailLine> all() {
        return trail.page(LogFilter.ALL, 0, 100);
    }

    private TrailLine add(String at, String who, What what, @Nullable Long viewing) {
        Instant instant = OffsetDateTime.parse(at).toInstant();
        TrailLine line = new TrailLine(0, instant, who, what, "", viewing, SOFA);
        trail.add(line);
        return line;
    }
}
