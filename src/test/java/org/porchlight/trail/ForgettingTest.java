package org.porchlight.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.account.People;
import org.porchlight.account.Role;
import org.porchlight.account.State;
import org.porchlight.account.Visitor;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.OldViewings;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;

/** What the log and the trail forget, and what they do not. */
class ForgettingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T17:40:12Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String LONG_AGO = "2024-11-22T17:40:11Z";
    private static final String JUST_NOT_SO_LONG_AGO = "2024-11-22T17:40:12Z";

    @TempDir
    Path folder;

    private final Member owner = new Member(1, "Olga", Role.OWNER, State.ACTIVE, NOW);
    private final Member ana = new Member(2, "Ana", Role.MEMBER, State.ACTIVE, NOW);
    private final Members members = mock(Members.class);
    private final People people = mock(People.class);
    private final CurrentMember me = mock(CurrentMember.class);
    private final List<Object> events = new ArrayList<>();
    private boolean trusted = true;
    private TestDatabase database;
    private Trail trail;
    private LogRetention retention;
    private MemberData data;

    @BeforeEach
    void build() {
        database = new TestDatabase(folder);
        trail = new Trail(database.client(), database.transaction(), BERLIN);
        retention = new LogRetention(
                database.client(),
                new OldViewings(database.client()),
                trail,
                () -> trusted,
                events::add,
                new HandClock(NOW),
                BERLIN);
        data = new MemberData(database.client(), database.transaction(), members, people, me, events::add);
        when(members.find(2)).thenReturn(Optional.of(ana));
        when(me.get()).thenReturn(owner);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void linesOlderThanTwoYearsGoButForWhatWasRecorded() {
        viewing(1, "Ana", LONG_AGO);
        viewing(2, "Ana", LONG_AGO);
        viewing(3, "Ana", JUST_NOT_SO_LONG_AGO);
        recording(2);
        line("Ana", LONG_AGO, "old");
        line("Ana", JUST_NOT_SO_LONG_AGO, "not so old");
        retention.prune();
        assertThat(viewings()).containsExactly(2L, 3L);
        assertThat(details()).containsExactly("not so old");
    }

    @Test
    void moreThanGoAtOnceAllGo() {
        for (int id = 1; id <= 1201; id++) {
            viewing(id, "Ana", LONG_AGO);
        }
        retention.prune();
        assertThat(viewings()).isEmpty();
    }

    @Test
    void nothingGoesByAClockThatIsNotBelievedOrWhereTheLogIsKeptForEver() {
        viewing(1, "Ana", LONG_AGO);
        line("Ana", LONG_AGO, "old");
        trusted = false;
        retention.prune();
        trusted = true;
        retention.choose(0);
        retention.prune();
        assertThat(viewings()).containsExactly(1L);
        assertThat(details()).containsExactly("old");
        assertThat(events).containsExactly(new LogRetentionChanged(24, 0));

        retention.choose(6);
        assertThat(retention.months()).isEqualTo(6);
        retention.prune();
        assertThat(viewings()).isEmpty();
    }

    @Test
    void afterOldLinesWentTheOthersAreAsSafeAsBefore() {
        line("Ana", LONG_AGO, "old");
        line("Ana", JUST_NOT_SO_LONG_AGO, "new");
        retention.prune();
        for (String attack : List.of("DELETE FROM trail", "UPDATE trail SET who = 'Nobody'")) {
            assertThatThrownBy(() -> database.client().sql(attack).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only ever added to");
        }
    }

    @Test
    void whoIsErasedIsInTheLogWithoutAName() throws Exception {
        viewing(1, "Ana", LONG_AGO);
        viewing(2, "Anastasia", LONG_AGO);
        line("Ana", LONG_AGO, "Kept signed in");
        line("Olga", LONG_AGO, "Let Ana in");
        line("Olga", LONG_AGO, "Let Anastasia in");
        data.erase(2);
        verify(people).remove(2);
        assertThat(database.client()
                        .sql("SELECT username || device || coalesce(note, '') FROM viewing ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("Erased 2", "AnastasiaPhoneA parcel");
        assertThat(details()).containsExactlyInAnyOrder("Kept signed in", "Let Erased 2 in", "Let Anastasia in");
        assertThat(trail.page(LogFilter.ALL, 0, 10))
                .extracting(TrailLine::who)
                .containsExactlyInAnyOrder("Erased 2", "Olga", "Olga");
        assertThat(events).containsExactly(new MemberErased(owner, "Erased 2"));
    }

    @Test
    void whatIsKnownOfAMemberIsGivenToThemAndToOwnersAlone() throws Exception {
        viewing(1, "Ana", LONG_AGO);
        recording(1);
        line("Ana", LONG_AGO, "Kept signed in");
        line("Olga", LONG_AGO, "Let Ana in");
        line("Olga", LONG_AGO, "Let Ben in");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data.export(data.exportable(2), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"username\":\"Ana\"", "\"note\":\"A parcel\"", "Let Ana in", "192.168.1.7")
                .contains("\"length_ms\":0")
                .doesNotContain("Ben", "password");

        when(me.get()).thenReturn(ana);
        assertThat(data.exportable(2)).isEqualTo(ana);
        assertThatThrownBy(() -> data.exportable(1)).isInstanceOf(AccessDeniedException.class);
    }

    private void viewing(long id, String username, String at) {
        long millis = Instant.parse(at).toEpochMilli();
        database.client()
                .sql(
                        "INSERT INTO viewing (id, member_id, username, camera_id, camera_name, device, started_at, seen_at,"
                                + " ended_at, note) VALUES (?, ?, ?, 1, 'Front door', 'Phone', ?, ?, ?, 'A parcel')")
                .params(id, username.equals("Ana") ? 2 : 3, username, millis, millis, millis)
                .update();
    }

    private void recording(long viewing) {
        database.client()
                .sql("INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, state)"
                        + " VALUES (?, ?, 1, 'Front door', '/recordings', 'a.mp4', 0, 'COMPLETE')")
                .params("recording of " + viewing, viewing)
                .update();
    }

    private void line(String who, String at, String details) {
        trail.add(new TrailLine(
                0, Instant.parse(at), who, What.PERSON, details, null, new Visitor("192.168.1.7", "Phone")));
    }

    private List<Long> viewings() {
        return database.client()
                .sql("SELECT id FROM viewing ORDER BY id")
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private List<String> details() {
        return trail.page(LogFilter.ALL, 0, 10).stream().map(TrailLine::details).toList();
    }
}
