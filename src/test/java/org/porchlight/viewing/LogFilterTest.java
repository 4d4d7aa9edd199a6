package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a filter leaves of the log, and how much that is, on the real database. */
class LogFilterTest extends LogHouse {

    private static final Instant SOME_DAY =
            LocalDateTime.parse("2026-03-26T12:00").atZone(BERLIN).toInstant();

    private int recordings;

    @Test
    void aPersonACameraAndWhetherItWasRecordedAreChosenTogether() {
        long hers = viewing(SOME_DAY, "Ana", 1);
        long otherCamera = viewing(SOME_DAY, "Ana", 2);
        long his = viewing(SOME_DAY, "Ben", 2);
        record(otherCamera, "COMPLETE");
        record(his, "FAILED");

        assertThat(ids(LogFilter.ALL.through(2L))).containsExactly(his, otherCamera);
        assertThat(ids(LogFilter.ALL.through(2L).of("ana"))).containsExactly(otherCamera);
        assertThat(ids(LogFilter.ALL.recorded(true))).containsExactly(otherCamera);
        assertThat(ids(LogFilter.ALL.recorded(true).of("Ben"))).isEmpty();
        assertThat(ids(LogFilter.ALL.of("Ana").through(1L))).containsExactly(hers);
    }

    @Test
    void aCameraIsNamedAsItWasCalledLast() {
        viewing(SOME_DAY, "Ana", 1);
        viewing(SOME_DAY, "Ana", 3);
        rows.insert(new Viewing(0, 1, "Ana", 1, "Back door", "", SOME_DAY.plusSeconds(1), null, null, null));
        assertThat(log.cameras()).containsExactly(new LogCamera(1, "Back door"), new LogCamera(3, "Camera 3"));
    }

    @Test
    void aViewingIsRecordedForAsLongAsThereIsSomethingToWatch() {
        long viewing = viewing(SOME_DAY, "Ana", 1);
        String first = record(viewing, "RECORDING");
        assertThat(recorded()).isZero();
        database.client().sql("UPDATE recording SET state = 'RECOVERED'").update();
        assertThat(recorded()).isOne();
        String second = record(viewing, "COMPLETE");
        database.client().sql("DELETE FROM recording WHERE id = ?").param(first).update();
        assertThat(recorded()).isOne();
        database.client()
                .sql("DELETE FROM recording WHERE id = ?")
                .param(second)
                .update();
        assertThat(recorded()).isZero();
    }

    /** Whatever happens to viewings: the counts are added up from tallies, the lines are not. */
    @Test
    void asManyAreCountedAsThereAre() {
        Random chance = new Random(6);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Instant at = SOME_DAY.plus(Duration.ofMinutes(chance.nextInt(6 * 24 * 60)));
            ids.add(viewing(at, chance.nextBoolean() ? "Ana" : "ben", 1 + chance.nextInt(2)));
        }
        for (long id : ids) {
            happens(id, chance.nextInt(9));
        }
        assertThat(everyFilter()).allSatisfy(filter -> {
            assertThat(log.summary(filter).viewings()).as("%s", filter).isEqualTo(lines(filter));
            assertThat(log.summary(filter).recorded()).as("%s", filter).isEqualTo(lines(filter.recorded(true)));
        });
        assertThat(log.summary(LogFilter.ALL).viewings()).isBetween(100L, 399L);
    }

    private void happens(long id, int what) {
        switch (what) {
            case 0 -> rows.trash(id, SOME_DAY, "Ana");
            case 1 -> rows.delete(id);
            case 2 -> {
                rows.trash(id, SOME_DAY, "Ana");
                rows.takeBack(id);
            }
            case 3 -> record(id, "COMPLETE");
            case 4 -> {
                record(id, "COMPLETE");
                rows.trash(id, SOME_DAY, "Ana");
                rows.takeBack(id);
            }
            case 5 -> rows.move(List.of(id), Duration.ofHours(31));
            case 6 ->
                database.client()
                        .sql("UPDATE viewing SET username = 'Cleo' WHERE id = ?")
                        .param(id)
                        .update();
            case 7 -> {
                String recording = record(id, "COMPLETE");
                database.client()
                        .sql("DELETE FROM recording WHERE id = ?")
                        .param(recording)
                        .update();
            }
            default -> rows.note(id, "Nothing");
        }
    }

    private static List<LogFilter> everyFilter() {
        List<LogFilter> filters = new ArrayList<>();
        for (@Nullable Long camera : new @Nullable Long[] {null, 1L, 2L}) {
            for (@Nullable String person : new @Nullable String[] {null, "Ben", "Cleo"}) {
                for (int day = 0; day < 6; day++) {
                    LocalDate from = LocalDate.of(2026, 3, 26).plusDays(day); // the 29th has 23 hours
                    Stream.of(
                                    new LogFilter(from, from, person),
                                    new LogFilter(from, from.plusDays(2), person),
                                    new LogFilter(null, from, person),
                                    new LogFilter(from, null, person),
                                    new LogFilter(null, null, person))
                            .forEach(filter -> filters.add(filter.through(camera)));
                }
            }
        }
        return filters;
    }

    private int lines(LogFilter filter) {
        return ids(filter).size();
    }

    private List<Long> ids(LogFilter filter) {
        return log.page(filter, LogSort.NEWEST_FIRST, 0, 1000).stream()
                .map(LogEntry::id)
                .toList();
    }

    private long recorded() {
        return log.summary(LogFilter.ALL).recorded();
    }

    private long viewing(Instant at, String username, long camera) {
        return rows.insert(new Viewing(0, 1, username, camera, "Camera " + camera, "", at, null, null, null));
    }

    private String record(long viewing, String state) {
        String id = "recording " + recordings++;
        database.client()
                .sql("INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, state)"
                        + " VALUES (?, ?, 1, 'Front door', '/r', 'f', 0, ?)")
                .params(id, viewing, state)
                .update();
        return id;
    }
}
