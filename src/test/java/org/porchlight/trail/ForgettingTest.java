package org.porchlight.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.porchlight.account.MemberChanged.Change.LET_IN;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.account.CannotChange;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.MemberChanged;
import org.porchlight.account.Members;
import org.porchlight.account.People;
import org.porchlight.account.Role;
import org.porchlight.account.State;
import org.porchlight.account.Visitor;
import org.porchlight.camera.Cameras;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.OldViewings;
import org.springframework.dao.DataAccessException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    private final Cameras cameras = mock(Cameras.class);
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
        data = new MemberData(database.client(), database.transaction(), members, people, cameras, me, events::add);
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
    void whoWantsToWriteDoesNotWaitUntilAWholeTrailIsGone() {
        for (int lines = 0; lines < 1201; lines++) {
            line("Ana", LONG_AGO, "old");
        }
        TransactionTemplate transaction = spy(database.transaction());
        assertThat(new Trail(database.client(), transaction, BERLIN).deleteBefore(NOW))
                .isEqualTo(1201);
        verify(transaction, times(3)).execute(any());
        assertThat(details()).isEmpty();
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
        verify(cameras).forget("Ana", "Erased 2");
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
    void whatWasBegunOfForgettingSomebodyCanBeDoneAgain() throws Exception {
        account();
        viewing(1, "Ana", LONG_AGO);
        line("Olga", LONG_AGO, "Let Ana in");
        when(members.find(2))
                .thenAnswer(call -> database.client()
                        .sql("SELECT username FROM member WHERE id = 2")
                        .query(String.class)
                        .optional()
                        .map(name -> new Member(2, name, Role.MEMBER, State.ACTIVE, NOW)));
        doThrow(new IllegalStateException("The power went"))
                .doNothing()
                .when(people)
                .remove(2);
        assertThatThrownBy(() -> data.erase(2)).hasMessage("The power went");
        assertThat(details()).containsExactly("Let Erased 2 in");

        data.erase(2);
        verify(people, times(2)).remove(2);
        assertThat(members.find(2)).map(Member::username).contains("Erased 2");
    }

    @Test
    void whoCannotBeRemovedKeepsTheirName() throws Exception {
        line("Olga", LONG_AGO, "Let Ana in");
        doThrow(mock(CannotChange.class)).when(people).refuseTheLastOwner(2);
        assertThatThrownBy(() -> data.erase(2)).isInstanceOf(CannotChange.class);
        verify(people, never()).remove(2);
        assertThat(details()).containsExactly("Let Ana in");
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
                .containsOnlyOnce("192.168.1.7")
                .doesNotContain("Ben", "password");

        assertThat(events).containsExactly(new MemberDataExported(owner, ana));

        when(me.get()).thenReturn(ana);
        assertThat(data.exportable(2)).isEqualTo(ana);
        assertThatThrownBy(() -> data.exportable(1)).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "2026", "Front", "Ana", "of", "in", "Made", "A, B", "$1\\\\"})
    void aNameIsFoundWhereAMemberIsNamedAndNowhereElse(String name) throws Exception {
        Member odd = new Member(2, name, Role.MEMBER, State.ACTIVE, NOW);
        when(members.find(2)).thenReturn(Optional.of(odd));
        when(me.find()).thenReturn(Optional.of(owner));
        HandClock clock = new HandClock(NOW);
        PeopleTrail writer = new PeopleTrail(new TrailWriter(trail, me, clock, BERLIN), clock);
        line("Olga", What.SETTING, "Recordings kept for 2026 e of in Front door Ana A, B $1\\");
        line("Olga", What.DOWNLOADED, "Front door, 22 Nov 2026 18:40:12");
        line("Olga", What.DELETED, "Someone else, 22 Nov 2026 18:40:12, with its recording; for good");
        writer.on(new MemberChanged(owner, new Member(3, "Someone else", Role.MEMBER, State.ACTIVE, NOW), LET_IN));
        List<String> ofOthers = details();
        for (MemberChanged.Change change : MemberChanged.Change.values()) {
            writer.on(new MemberChanged(owner, odd, change));
        }
        writer.on(new MemberDataExported(owner, odd));
        line("Olga", What.KEPT, name + ", 2 Nov 2026 18:40:12; not any more");
        line("Olga", What.DISCONNECTED, "Of " + name);
        int about = MemberChanged.Change.values().length + 3;

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data.export(odd, out);
        JsonNode json = JsonMapper.builder().build().readTree(out.toByteArray());
        assertThat(json.get("trail")).isEmpty();
        assertThat(json.get("trailOfOthers")).hasSize(about).allMatch(line -> !line.has("address"));

        data.erase(2);
        assertThat(details()).hasSize(ofOthers.size() + about).containsAll(ofOthers);
        assertThat(details()).filteredOn(line -> line.contains("Erased 2")).hasSize(about);
    }

    @Test
    void whileSomebodyReadsSlowlyTheHouseGoesOn() throws Exception {
        for (int id = 1; id <= 1201; id++) {
            viewing(id, "Ana", LONG_AGO);
        }
        List<Long> seen = new ArrayList<>();
        OutputStream slow = new FilterOutputStream(new ByteArrayOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int count) {
                seen.add(database.client()
                        .sql("SELECT count(*) FROM viewing")
                        .query(Long.class)
                        .single());
            }
        };
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> data.export(ana, slow));
        assertThat(seen).hasSizeGreaterThan(2).containsOnly(1201L);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        data.export(ana, out);
        assertThat(JsonMapper.builder().build().readTree(out.toByteArray()).get("viewings"))
                .hasSize(1201);
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

    private void account() {
        database.client()
                .sql("INSERT INTO member (id, username, name_key, password_hash, role, state, created_at)"
                        + " VALUES (2, 'Ana', 'ana', '', 'MEMBER', 'ACTIVE', 0)")
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

    private void line(String who, What what, String details) {
        trail.add(new TrailLine(0, NOW, who, what, details, null, new Visitor("192.168.1.7", "Phone")));
    }

    private List<Long> viewings() {
        return database.client()
                .sql("SELECT id FROM viewing ORDER BY id")
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private List<String> details() {
        return trail.page(LogFilter.ALL, 0, 100).stream()
                .map(TrailLine::details)
                .toList();
    }
}
