package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.account.Member;
import org.porchlight.account.SessionEnded;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Sentence;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.Recorders;
import org.porchlight.recording.RecordingEnd;
import org.porchlight.recording.RecordingNow;
import org.porchlight.recording.RoomChanged;
import org.porchlight.settings.ClockStepped;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.settings.SettingsChanged;
import org.porchlight.testing.HandClock;
import org.porchlight.testing.TestDatabase;

class ViewingsTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");
    private static final long DOOR = 1;
    private static final Sentence FULL = Sentence.of("disk.full");

    @TempDir
    Path temp;

    private final HandClock clock = new HandClock(EVENING);
    private final Cameras cameras = mock(Cameras.class);
    private final Recorders recorders = mock(Recorders.class);
    private final HouseSettings settings = mock(HouseSettings.class);
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final Member ana = People.named(1, "Ana");
    private final Member ben = People.named(2, "Ben");
    private TestDatabase database;
    private ViewingRows rows;
    private Viewings viewings;
    private ViewingRepair repair;

    @BeforeEach
    void build() {
        database = new TestDatabase(temp);
        rows = new ViewingRows(database.client(), database.template(), database.transaction());
        when(cameras.find(DOOR)).thenReturn(Optional.of(new Camera(DOOR, "Front door", null, 1280, 720)));
        when(recorders.running(anyLong())).thenReturn(new RecordingNow(RecordingNow.State.NONE, null, null));
        recordEverySession(false);
        viewings = restarted();
        repair = settled(viewings);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theRowIsThereBeforeAnybodyIsTold() throws Exception {
        Viewing viewing = viewings.begin(ana, DOOR, "session", "Phone");
        assertThat(rows.find(viewing.id())).contains(viewing);
        assertThat(viewing.startedAt()).isEqualTo(EVENING);
        assertThat(viewing.cameraName()).isEqualTo("Front door");
        assertThat(viewings.isOpen(viewing.id())).isTrue();
        assertThat(viewings.open()).containsExactly(viewing);
        assertThat(events).containsExactly(new ViewingBegan(viewing));
        verify(recorders, never()).startWithFirstPicture(anyLong(), anyLong());
    }

    @Test
    void aViewingThatIsLeftEndsNow() {
        Viewing viewing = viewings.begin(ana, DOOR, "session", "");
        clock.pass(Duration.ofMinutes(3));
        viewings.end(viewing.id(), EndReason.LEFT);

        Viewing ended = rows.find(viewing.id()).orElseThrow();
        assertThat(ended.endedAt()).isEqualTo(EVENING.plusSeconds(180));
        assertThat(ended.endReason()).isEqualTo(EndReason.LEFT);
        assertThat(viewings.isOpen(viewing.id())).isFalse();
        assertThat(viewings.renew(viewing.id())).isFalse();
        assertThat(events).contains(new ViewingEnded(ended));
        verify(recorders).viewingEnded(viewing.id(), RecordingEnd.VIEWING_ENDED);
    }

    @Test
    void aViewingEndsOnceWithItsFirstReason() {
        Viewing viewing = viewings.begin(ana, DOOR, "session", "");
        viewings.end(viewing.id(), EndReason.LEFT);
        clock.pass(Duration.ofMinutes(3));
        viewings.end(viewing.id(), EndReason.CONNECTION_LOST);
        assertThat(rows.find(viewing.id()).orElseThrow().endReason()).isEqualTo(EndReason.LEFT);
        verify(recorders, times(1)).viewingEnded(anyLong(), org.mockito.ArgumentMatchers.any());
    }

    @Test
    void aViewingWithoutASignOfLifeEndedWithItsLast() {
        Viewing silent = viewings.begin(ana, DOOR, "a", "");
        Viewing alive = viewings.begin(ben, DOOR, "b", "");
        clock.pass(Duration.ofSeconds(10));
        viewings.renew(silent.id());
        clock.pass(Duration.ofSeconds(30));
        viewings.renew(alive.id());
        viewings.sweep();
        assertThat(viewings.isOpen(silent.id()))
                .as("its lease runs to the last millisecond")
                .isTrue();

        clock.pass(Duration.ofMillis(1));
        viewings.sweep();

        Viewing ended = rows.find(silent.id()).orElseThrow();
        assertThat(ended.endReason()).isEqualTo(EndReason.CONNECTION_LOST);
        assertThat(ended.endedAt()).isEqualTo(EVENING.plusSeconds(10));
        assertThat(viewings.open()).extracting(Viewing::username).containsExactly("Ben");
        assertThat(rows.find(alive.id()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void aKilledServersViewingsEndAtTheLastSignOfLifeThatWasWritten() {
        Viewing viewing = viewings.begin(ana, DOOR, "session", "");
        clock.pass(Duration.ofSeconds(25));
        viewings.renew(viewing.id());
        viewings.sweep();
        clock.pass(Duration.ofSeconds(3));
        viewings.renew(viewing.id());

        Viewings after = restarted();

        assertThat(after.open()).isEmpty();
        Viewing ended = rows.find(viewing.id()).orElseThrow();
        assertThat(ended.endReason()).isEqualTo(EndReason.SERVER_STOPPED);
        assertThat(ended.endedAt()).isEqualTo(EVENING.plusSeconds(25));
    }

    @Test
    void aServerThatStopsEndsWhatIsOpenAndLetsNothingBegin() {
        viewings.start();
        Viewing viewing = viewings.begin(ana, DOOR, "session", "");
        clock.pass(Duration.ofSeconds(3));
        viewings.stop();
        assertThat(rows.find(viewing.id()).orElseThrow().endReason()).isEqualTo(EndReason.SERVER_STOPPED);
        verify(recorders).viewingEnded(viewing.id(), RecordingEnd.SERVER_STOPPED);
        assertThatThrownBy(() -> viewings.begin(ana, DOOR, "session", "")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void signingOutEndsTheViewingsOfThatSessionAlone() {
        Viewing here = viewings.begin(ana, DOOR, "laptop", "");
        Viewing there = viewings.begin(ana, DOOR, "phone", "");
        viewings.on(new SessionEnded(ana, "laptop", SessionEnded.Why.SIGNED_OUT));
        assertThat(rows.find(here.id()).orElseThrow().endReason()).isEqualTo(EndReason.SIGNED_OUT);
        assertThat(viewings.isOpen(there.id())).isTrue();
    }

    @Test
    void whoIsShutOutWatchesNoLongerAndTheLogSaysWhoseDoingItWas() {
        Viewing viewing = viewings.begin(ben, DOOR, "phone", "");
        viewings.on(new SessionEnded(ben, "phone", SessionEnded.Why.BY_OWNER));
        assertThat(viewings.isOpen(viewing.id())).isFalse();
        assertThat(rows.find(viewing.id()).orElseThrow().endReason()).isEqualTo(EndReason.DISCONNECTED);
    }

    @Test
    void whenEverySessionIsRecordedItIsFromTheStart() throws Exception {
        recordEverySession(true);
        Viewing viewing = viewings.begin(ana, DOOR, "session", "");
        verify(recorders).startWithFirstPicture(viewing.id(), DOOR);
    }

    @Test
    void aFolderThatFailsKeepsNobodyFromWatching() throws Exception {
        recordEverySession(true);
        doThrow(new CannotRecord(FULL)).when(recorders).startWithFirstPicture(anyLong(), anyLong());
        Viewing viewing = viewings.begin(ana, DOOR, "session", "");
        assertThat(viewings.isOpen(viewing.id())).isTrue();
    }

    @Test
    void theSettingTakesEffectForThoseWhoWatchAlready() throws Exception {
        Viewing viewing = viewings.begin(ana, DOOR, "session", "");
        Settings off = new Settings(30, temp, false, 5, RoomLimits.defaults());
        Settings on = new Settings(30, temp, true, 5, RoomLimits.defaults());
        viewings.on(new SettingsChanged(off, on));
        verify(recorders).startWithFirstPicture(viewing.id(), DOOR);
        viewings.on(new SettingsChanged(on, off));
        verify(recorders).stopAutomatic(viewing.id(), RecordingEnd.SETTING_CHANGED);
    }

    @Test
    void whenThereIsRoomAgainWhatWentWrongIsRecordedAgainAndWhatWasStoppedIsNot() throws Exception {
        recordEverySession(true);
        long lacked = viewings.begin(ana, DOOR, "session", "").id();
        long stopped = viewings.begin(ben, DOOR, "session", "").id();
        clearInvocations(recorders);
        when(recorders.running(lacked)).thenReturn(new RecordingNow(RecordingNow.State.NONE, null, FULL));

        viewings.on(new RoomChanged(FULL));
        verify(recorders, never()).startWithFirstPicture(anyLong(), anyLong());
        viewings.on(new RoomChanged(null));
        verify(recorders).startWithFirstPicture(lacked, DOOR);
        verify(recorders, never()).startWithFirstPicture(stopped, DOOR);
    }

    @Test
    void recordingBelongsToTheViewingItWasClickedIn() throws Exception {
        Viewing hers = viewings.begin(ana, DOOR, "a", "");
        Viewing his = viewings.begin(ben, DOOR, "b", "");
        viewings.record(hers.id());
        verify(recorders).start(hers.id(), DOOR);
        verify(recorders, never()).start(org.mockito.ArgumentMatchers.eq(his.id()), anyLong());
    }

    @Test
    void aViewingThatHasEndedCannotBeRecorded() {
        Viewing viewing = viewings.begin(ana, DOOR, "a", "");
        viewings.end(viewing.id(), EndReason.LEFT);
        assertThatThrownBy(() -> viewings.record(viewing.id()))
                .isInstanceOf(CannotRecord.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void anEndThatCouldNotBeWrittenIsWrittenLater() {
        Viewing viewing = viewings.begin(ana, DOOR, "a", "");
        database.client()
                .sql("CREATE TRIGGER full BEFORE UPDATE ON viewing BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
                .update();
        viewings.end(viewing.id(), EndReason.LEFT);
        assertThat(rows.find(viewing.id()).orElseThrow().isOpen()).isTrue();
        database.client().sql("DROP TRIGGER full").update();
        clock.pass(Duration.ofSeconds(5));
        viewings.sweep();
        assertThat(rows.find(viewing.id()).orElseThrow().endedAt()).isEqualTo(EVENING);
    }

    @Test
    void signsOfLifeOfManyAreWrittenTogether() {
        for (int i = 0; i < 50; i++) {
            viewings.begin(ana, DOOR, "s" + i, "");
        }
        clock.pass(Duration.ofSeconds(5));
        viewings.open().forEach(viewing -> viewings.renew(viewing.id()));
        viewings.sweep();
        assertThat(database.client()
                        .sql("SELECT count(*) FROM viewing WHERE seen_at = " + clock.millis())
                        .query(Integer.class)
                        .single())
                .isEqualTo(50);
    }

    @Test
    void aViewingOutlivesAClockThatIsSetAndKeepsItsLength() {
        Viewing viewing = viewings.begin(ana, DOOR, "session", "");
        clock.pass(Duration.ofMinutes(10));
        clock.step(Duration.ofHours(1));
        repair.on(new ClockStepped(Duration.ofHours(1), clock.instant().minus(Duration.ofHours(1))));
        assertThat(viewings.renew(viewing.id())).isTrue();
        viewings.sweep();
        clock.pass(Duration.ofMinutes(2));
        viewings.renew(viewing.id());
        clock.step(Duration.ofHours(-3));
        repair.on(new ClockStepped(Duration.ofHours(-3), clock.instant().plus(Duration.ofHours(3))));
        viewings.sweep();
        assertThat(viewings.isOpen(viewing.id())).isTrue();

        clock.pass(Duration.ofMinutes(3));
        viewings.end(viewing.id(), EndReason.LEFT);
        Viewing ended = rows.find(viewing.id()).orElseThrow();
        assertThat(ended.startedAt()).isEqualTo(EVENING.minus(Duration.ofHours(2)));
        assertThat(ended.length(clock.instant())).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void beforeAnybodyHasNoticedThatTheClockWasSetALeaseIsAsLongAsEver() {
        Viewing viewing = viewings.begin(ana, DOOR, "session", "");
        clock.step(Duration.ofDays(20_000));
        viewings.sweep();
        assertThat(viewings.isOpen(viewing.id())).isTrue();
        clock.pass(Viewings.LEASE.plusSeconds(1));
        clock.step(Duration.ofDays(-30_000));
        viewings.sweep();
        assertThat(rows.find(viewing.id()).orElseThrow().endReason()).isEqualTo(EndReason.CONNECTION_LOST);
        assertThat(rows.find(viewing.id()).orElseThrow().length(EVENING)).isZero();
    }

    @Test
    void whatWasWatchedBeforeTheComputerKnewTheTimeIsMovedToWhenItWas() {
        Viewing lastYear = viewings.begin(ben, DOOR, "session", "");
        viewings.end(lastYear.id(), EndReason.LEFT);
        clock.set(Instant.parse("1970-01-01T00:02:00Z"));
        viewings = restarted();
        repair = settled(viewings);
        Viewing over = viewings.begin(ana, DOOR, "session", "");
        clock.pass(Duration.ofSeconds(20));
        viewings.end(over.id(), EndReason.LEFT);
        Viewing open = viewings.begin(ana, DOOR, "session", "");
        clock.pass(Duration.ofSeconds(40));

        Duration toTheRightTime = Duration.between(clock.instant(), EVENING.plus(Duration.ofDays(1)));
        Instant before = clock.instant();
        clock.step(toTheRightTime);
        repair.on(new ClockStepped(toTheRightTime, before));

        Instant started = EVENING.plus(Duration.ofDays(1)).minusSeconds(60);
        assertThat(rows.find(over.id()).orElseThrow().startedAt()).isEqualTo(started);
        assertThat(rows.find(over.id()).orElseThrow().endedAt()).isEqualTo(started.plusSeconds(20));
        assertThat(rows.find(open.id()).orElseThrow().startedAt()).isEqualTo(started.plusSeconds(20));
        assertThat(rows.find(lastYear.id()).orElseThrow().startedAt()).isEqualTo(EVENING);
    }

    private Viewings restarted() {
        Viewings built = new Viewings(rows, cameras, recorders, settings, events::add, clock, clock);
        settled(built);
        return built;
    }

    private ViewingRepair settled(Viewings started) {
        ViewingRepair repairs = new ViewingRepair(rows, started);
        repairs.settle();
        return repairs;
    }

    private void recordEverySession(boolean on) {
        when(settings.current()).thenReturn(new Settings(30, temp, on, 5, RoomLimits.defaults()));
    }
}
