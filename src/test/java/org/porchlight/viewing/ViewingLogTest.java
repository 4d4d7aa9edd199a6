package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.porchlight.account.Member;
import org.porchlight.account.Role;
import org.porchlight.account.State;
import org.porchlight.recording.Recording;
import org.porchlight.settings.InvalidInput;
import org.porchlight.viewing.LogSort.Key;

class ViewingLogTest extends LogHouse {

    @Test
    void bothDaysAreIncludedToTheLastMillisecond() {
        long before = at("2026-11-19T23:59:59.999", "Ana");
        long first = at("2026-11-20T00:00:00", "Ana");
        long last = at("2026-11-22T23:59:59.999", "Ana");
        long after = at("2026-11-23T00:00:00", "Ana");

        assertThat(ids(days("2026-11-20", "2026-11-22"))).containsExactly(last, first);
        assertThat(ids(days("2026-11-19", "2026-11-19"))).containsExactly(before);
        assertThat(ids(new LogFilter(LocalDate.parse("2026-11-23"), null, null)))
                .containsExactly(after);
        assertThat(ids(new LogFilter(null, LocalDate.parse("2026-11-20"), null)))
                .containsExactly(first, before);
        assertThat(log.summary(days("2026-11-20", "2026-11-22")).viewings()).isEqualTo(2);
    }

    @Test
    void aDayIsTheHousesAlsoWhenItsHoursAreNot24() {
        // 29 March 2026: 23 hours; 25 October 2026: 25.
        for (String day : List.of("2026-03-29", "2026-10-25")) {
            LocalDate date = LocalDate.parse(day);
            long begin = insert(date.atStartOfDay(BERLIN).toInstant(), "Ana");
            long end = insert(date.plusDays(1).atStartOfDay(BERLIN).toInstant().minusMillis(1), "Ana");
            insert(date.atStartOfDay(BERLIN).toInstant().minusMillis(1), "Ben");
            insert(date.plusDays(1).atStartOfDay(BERLIN).toInstant(), "Ben");
            assertThat(ids(days(day, day))).containsExactly(end, begin);
        }
    }

    @Test
    void aNightOwlsViewingBelongsToTheDayItBeganOn() {
        long night = insert(Instant.parse("2026-11-21T23:30:00Z"), "Ana");
        assertThat(ids(days("2026-11-22", "2026-11-22"))).containsExactly(night);
        assertThat(ids(days("2026-11-21", "2026-11-21"))).isEmpty();
    }

    @Test
    void aPersonIsFoundRegardlessOfCase() {
        long hers = at("2026-11-20T10:00:00", "Ana");
        at("2026-11-20T11:00:00", "Ben");
        assertThat(ids(new LogFilter(null, null, "ana"))).containsExactly(hers);
    }

    @Test
    void everyoneInTheLogIsNamedOnceByTheAlphabet() {
        assertThat(log.usernames()).isEmpty();
        for (String name : List.of("Cleo", "ana", "Ben", "Ana", "Cleo")) {
            at("2026-11-20T10:00:00", name);
        }
        assertThat(log.usernames())
                .usingElementComparator(String::compareToIgnoreCase)
                .containsExactly("Ana", "Ben", "Cleo");
    }

    @Test
    void itIsSortedByWhateverIsWanted() {
        long first = at("2026-11-20T10:00:00", "Ben");
        long second = at("2026-11-20T11:00:00", "ana");
        long third = at("2026-11-20T12:00:00", "Cleo");
        rows.end(first, started(first).plus(Duration.ofHours(5)), EndReason.LEFT);
        rows.end(third, started(third).plus(Duration.ofHours(1)), EndReason.LEFT);

        assertThat(ids(new LogSort(Key.START, false))).containsExactly(third, second, first);
        assertThat(ids(new LogSort(Key.START, true))).containsExactly(first, second, third);
        assertThat(ids(new LogSort(Key.USER, true))).containsExactly(second, first, third);
        assertThat(ids(new LogSort(Key.END, false)))
                .as("who still watches comes last of all ends")
                .containsExactly(second, first, third);
        assertThat(ids(new LogSort(Key.LENGTH, false))).containsExactly(first, third, second);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetitionAlsoWhenAllIsEqual() {
        for (int i = 0; i < 25; i++) {
            at("2026-11-20T10:00:00", "Ana");
        }
        List<Long> all = new java.util.ArrayList<>();
        for (int offset = 0; offset < 30; offset += 10) {
            log.page(LogFilter.ALL, new LogSort(Key.USER, true), offset, 10).forEach(entry -> all.add(entry.id()));
        }
        assertThat(all).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void anIndexServesEachOrder() {
        for (Key key : Key.values()) {
            for (String direction : List.of(" ASC", " DESC")) {
                String order = key.expression() + direction + (key == Key.START ? "" : ", started_at" + direction)
                        + ", id" + direction;
                List<String> plan = database.client()
                        .sql("EXPLAIN QUERY PLAN SELECT * FROM viewing WHERE trashed_at IS NULL ORDER BY " + order
                                + " LIMIT 50")
                        .query((row, number) -> row.getString("detail"))
                        .list();
                assertThat(plan).as(key + direction).noneMatch(step -> step.contains("TEMP B-TREE"));
            }
        }
    }

    @Test
    void aLineCarriesItsRecordings() {
        long id = at("2026-11-20T10:00:00", "Ana");
        Recording recording = recording(id, Duration.ofSeconds(8));
        when(library.of(List.of(id))).thenReturn(Map.of(id, List.of(recording)));
        LogEntry line = log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 10).getFirst();
        assertThat(line.recordings()).containsExactly(recording);
        assertThat(line.lateBy()).contains(Duration.ofSeconds(8));
        assertThat(line.recordedLength()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aRecordingIsLateFromTwoSecondsOn() {
        long id = at("2026-11-20T10:00:00", "Ana");
        Viewing viewing = rows.find(id).orElseThrow();
        assertThat(new LogEntry(viewing, List.of(recording(id, Duration.ofMillis(1999)))).lateBy())
                .isEmpty();
        assertThat(new LogEntry(viewing, List.of(recording(id, Duration.ofSeconds(2)))).lateBy())
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void theSummaryCountsThoseWithSomethingToWatch() {
        long recorded = at("2026-11-20T10:00:00", "Ana");
        long failed = at("2026-11-20T11:00:00", "Ana");
        at("2026-11-20T12:00:00", "Ana");
        insertRecording("a", recorded, "COMPLETE");
        insertRecording("b", recorded, "RECOVERED");
        insertRecording("c", failed, "FAILED");
        assertThat(log.summary(LogFilter.ALL)).isEqualTo(new LogSummary(3, 1));
        assertThat(log.summary(days("2020-01-01", "2020-01-02"))).isEqualTo(new LogSummary(0, 0));
    }

    @Test
    void aRangeUpsideDownHasNothingInIt() {
        at("2026-11-20T10:00:00", "Ana");
        assertThat(log.summary(days("2026-11-22", "2026-11-18")).viewings()).isZero();
    }

    @Test
    void aNoteIsKeptTidyAndCanBeRemoved() throws Exception {
        long id = at("2026-11-20T10:00:00", "Ana");
        log.note(id, "  Parcel for\nno. 16 <b>left</b> ");
        assertThat(rows.find(id).orElseThrow().note()).isEqualTo("Parcel for no. 16 <b>left</b>");
        log.note(id, " ");
        assertThat(rows.find(id).orElseThrow().note()).isNull();
        assertThat(events).containsExactly(new ViewingNoted(id), new ViewingNoted(id));
    }

    @Test
    void aNoteThatIsTooLongIsRefused() throws Exception {
        long id = at("2026-11-20T10:00:00", "Ana");
        log.note(id, "x".repeat(200));
        assertThatThrownBy(() -> log.note(id, "x".repeat(201))).isInstanceOf(InvalidInput.class);
        assertThat(rows.find(id).orElseThrow().note()).hasSize(200);
    }

    @Test
    void aMemberAnnotatesOnlyTheirOwnAndIsToldSo() throws Exception {
        long anas = at("2026-11-20T10:00:00", "Ana");
        when(me.get()).thenReturn(People.named(2, "Ben"));

        assertThatThrownBy(() -> log.note(anas, "It was not me"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("Only Ana or an owner can change this note.");

        verifyNoInteractions(library);
        assertThat(rows.find(anas).orElseThrow().note()).isNull();
        assertThat(events).isEmpty();
    }

    @Test
    void anOwnerAnnotatesEverybodys() throws Exception {
        long anas = at("2026-11-20T10:00:00", "Ana");
        when(me.get()).thenReturn(new Member(2, "Ben", Role.OWNER, State.ACTIVE, Instant.EPOCH));

        log.note(anas, "The courier");
        assertThat(rows.find(anas).orElseThrow().note()).isEqualTo("The courier");
    }

    @Test
    void whatCannotBeSeenIsLeftOutOfANote() throws Exception {
        long id = at("2026-11-20T10:00:00", "Ana");
        log.note(id, "a\u0000b\u202Ec\u200B\u001B[31m");
        assertThat(rows.find(id).orElseThrow().note()).isEqualTo("abc[31m");
    }

    @Test
    void whatIsInTheTrashIsNotInTheLog() {
        long shown = at("2026-11-20T10:00:00", "Ana");
        long trashed = at("2026-11-20T11:00:00", "Ben");
        rows.trash(trashed, Instant.parse("2026-11-21T10:00:00Z"), "Ana");

        assertThat(ids(LogFilter.ALL)).containsExactly(shown);
        assertThat(log.summary(LogFilter.ALL)).isEqualTo(new LogSummary(1, 0));
        assertThat(log.usernames()).containsExactly("Ana");
        assertThatThrownBy(() -> log.note(trashed, "Late")).hasMessage("This viewing was deleted meanwhile.");
    }

    @Test
    void whoMayKeepsARecording() throws Exception {
        long anas = at("2026-11-20T10:00:00", "Ana");
        log.keep(anas, true);
        verify(library).keep(anas, true);
        assertThat(events).containsExactly(new RecordingsKept(rows.find(anas).orElseThrow(), true));

        when(me.get()).thenReturn(People.named(2, "Ben"));
        assertThatThrownBy(() -> log.keep(anas, false)).hasMessage("Only Ana or an owner can keep this recording.");
    }

    private static LogFilter days(String from, String to) {
        return new LogFilter(LocalDate.parse(from), LocalDate.parse(to), null);
    }

    private List<Long> ids(LogFilter filter) {
        return log.page(filter, LogSort.NEWEST_FIRST, 0, 100).stream()
                .map(LogEntry::id)
                .toList();
    }

    private List<Long> ids(LogSort sort) {
        return log.page(LogFilter.ALL, sort, 0, 100).stream().map(LogEntry::id).toList();
    }

    private long at(String local, String username) {
        return insert(LocalDateTime.parse(local).atZone(BERLIN).toInstant(), username);
    }

    private long insert(Instant at, String username) {
        return rows.insert(new Viewing(0, 1, username, 1, "Front door", "", at, null, null, null));
    }

    private Instant started(long id) {
        return rows.find(id).orElseThrow().startedAt();
    }

    private Recording recording(long viewing, Duration late) {
        Instant start = started(viewing);
        return new Recording(
                "a",
                viewing,
                1,
                "Front door",
                temp,
                "a",
                start,
                start.plus(late),
                Duration.ofSeconds(60),
                10,
                0,
                Recording.State.COMPLETE,
                null,
                null,
                false,
                null);
    }

    private void insertRecording(String id, long viewing, String state) {
        database.client()
                .sql("INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, state)"
                        + " VALUES (?, ?, 1, 'Front door', '/r', 'f', 0, ?)")
                .params(id, viewing, state)
                .update();
    }
}
