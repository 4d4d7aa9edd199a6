package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.Snapshots;
import org.porchlight.testing.TestDatabase;
import org.porchlight.viewing.ViewingFigures.Share;

class ViewingStatisticsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");

    @TempDir
    Path temp;

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = new TestDatabase(temp);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsByTheDaysAndHoursOfTheHouse() {
        looks("Ana", 1, "2026-11-21T23:30:00Z"); // Sunday, 00:30 in Berlin
        looks("Ben", 1, "2026-11-22T22:59:59.999Z"); // the last of Sunday
        looks("Ben", 2, "2026-11-22T23:00:00Z"); // Monday

        ViewingFigures figures = statistics(BERLIN).between(SUNDAY.minusDays(1), SUNDAY);

        assertThat(figures.all().viewings()).isEqualTo(2);
        assertThat(figures.days()).isEqualTo(Map.of(SUNDAY.minusDays(1), 0, SUNDAY, 2));
        assertThat(figures.hours(DayOfWeek.SUNDAY).get(0)).isEqualTo(1);
        assertThat(figures.hours(DayOfWeek.SUNDAY).get(23)).isEqualTo(1);
        assertThat(figures.hours(DayOfWeek.MONDAY)).containsOnly(0);
        assertThat(figures.people()).containsExactly(new Share("Ana", 1), new Share("Ben", 1));
        assertThat(figures.cameras()).containsExactly(new Share("Camera 1", 2));
    }

    @Test
    void whoLooksMostComesFirstWhateverTheCaseOfTheName() {
        looks("Ana", 1, "2026-11-22T10:00:00Z");
        looks("Ben", 1, "2026-11-22T11:00:00Z");
        looks("ben", 2, "2026-11-22T12:00:00Z");

        assertThat(statistics(BERLIN).between(SUNDAY, SUNDAY).people())
                .containsExactly(new Share("Ben", 2), new Share("Ana", 1));
    }

    @Test
    void aDayOf25HoursAndOneOf23CountEachViewingOnce() {
        for (String day : new String[] {"2026-10-25", "2026-03-29"}) {
            LocalDate date = LocalDate.parse(day);
            int hours = date.equals(LocalDate.parse("2026-10-25")) ? 25 : 23;
            IntStream.range(0, hours)
                    .forEach(hour -> looks(
                            "Ana",
                            1,
                            date.atStartOfDay(BERLIN)
                                    .plusHours(hour)
                                    .toInstant()
                                    .toString()));

            ViewingFigures figures = statistics(BERLIN).between(date, date);

            assertThat(figures.days().get(date)).isEqualTo(hours);
            assertThat(figures.hours(DayOfWeek.SUNDAY).get(2))
                    .as("the hour that comes twice, or not")
                    .isEqualTo(hours - 23);
        }
    }

    @Test
    void hoursBeginWhereTheHouseIsAlsoByAHalfOrAQuarter() {
        looks("Ana", 1, "2026-11-22T10:14:00Z"); // 15:59 in Kathmandu
        looks("Ana", 1, "2026-11-22T10:15:00Z"); // 16:00

        assertThat(statistics(ZoneId.of("Asia/Kathmandu"))
                        .between(SUNDAY, SUNDAY)
                        .hours(DayOfWeek.SUNDAY)
                        .subList(15, 17))
                .containsExactly(1, 1);
    }

    @Test
    void whatIsInTheTrashDoesNotCount() {
        looks("Ana", 1, "2026-11-22T10:00:00Z");
        database.client().sql("UPDATE viewing SET trashed_at = 1").update();

        ViewingFigures figures = statistics(ZoneOffset.UTC).between(SUNDAY, SUNDAY);
        assertThat(figures.all().viewings()).isZero();
        assertThat(figures.days().get(SUNDAY)).isZero();
        assertThat(figures.people()).isEmpty();
    }

    private ViewingStatistics statistics(ZoneId zone) {
        ViewingRows rows = new ViewingRows(database.client(), database.template(), database.transaction());
        ViewingLog log = new ViewingLog(
                database.client(),
                rows,
                new LogTally(database.client(), zone),
                mock(RecordingLibrary.class),
                mock(Snapshots.class),
                mock(ViewingRights.class),
                event -> {},
                zone);
        return new ViewingStatistics(database.client(), log, zone);
    }

    private void looks(String who, long camera, String at) {
        database.client()
                .sql("INSERT INTO viewing (member_id, username, camera_id, camera_name, device, started_at, seen_at)"
                        + " VALUES (1, :who, :camera, 'Camera ' || :camera, '', :at, :at)")
                .param("who", who)
                .param("camera", camera)
                .param("at", Instant.parse(at).toEpochMilli())
                .update();
    }
}
