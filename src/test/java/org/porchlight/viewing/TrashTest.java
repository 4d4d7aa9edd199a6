package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.porchlight.account.Member;
import org.porchlight.account.Role;
import org.porchlight.account.State;
import org.porchlight.media.Sentence;
import org.porchlight.recording.CannotDelete;
import org.porchlight.recording.Snapshot;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.testing.HandClock;

class TrashTest extends LogHouse {

    private final HandClock clock = new HandClock(EVENING);
    private final Viewings viewings = mock(Viewings.class);
    private final HouseSettings settings = mock(HouseSettings.class);
    private Trash trash;
    private TrashEmptying emptying;
    private Viewing anas;

    @BeforeEach
    void build() {
        trash = new Trash(
                database.client(),
                database.transaction(),
                rows,
                new ViewingRights(rows, me),
                viewings,
                library,
                snapshots,
                settings,
                me,
                events::add,
                clock);
        emptying = new TrashEmptying(rows, settings, () -> true, clock);
        keepsTrashFor(7);
        Viewing begun = new Viewing(0, 1, "Ana", 1, "Front door", "", EVENING, null, null, null);
        anas = rows.find(rows.insert(begun)).orElseThrow();
    }

    @Test
    void whatIsDeletedIsInTheTrashWithItsRecordingsAndComesBackWhole() throws Exception {
        rows.note(anas.id(), "Parcel");
        anas = rows.find(anas.id()).orElseThrow();
        trash.put(anas.id());

        verify(library).trash(anas.id(), EVENING);
        assertThat(trash.lines())
                .extracting(line -> line.entry().viewing(), TrashedViewing::by, TrashedViewing::goesAt)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(anas, "Ana", EVENING.plus(Duration.ofDays(7))));

        assertThat(trash.takeBack(anas.id())).isTrue();
        verify(library).takeBack(anas.id());
        assertThat(trash.lines()).isEmpty();
        assertThat(rows.find(anas.id())).contains(anas);
        assertThat(events).containsExactly(new ViewingDeleted(anas, 0, 0, false), new ViewingTakenBack(anas));
    }

    @Test
    void thePicturesThatGoWithItAreCounted() throws Exception {
        when(snapshots.of(List.of(anas.id())))
                .thenReturn(Map.of(anas.id(), List.of(new Snapshot("a", anas.id(), temp, "a.jpg", EVENING, 3))));
        trash.put(anas.id());
        assertThat(events).containsExactly(new ViewingDeleted(anas, 0, 1, false));
    }

    @Test
    void deletingTwiceTellsItOnce() throws Exception {
        trash.put(anas.id());
        trash.put(anas.id());
        assertThat(events).hasSize(1);
    }

    @Test
    void whatWasTakenBackMeanwhileIsNotDeletedWithTheTrash() throws Exception {
        trash.put(anas.id());
        trash.takeBack(anas.id());
        trash.deleteTrashed(anas.id());
        assertThat(rows.find(anas.id())).isPresent();

        trash.put(anas.id());
        trash.deleteTrashed(anas.id());
        assertThat(rows.find(anas.id())).isEmpty();
    }

    @Test
    void deletedNowItIsGoneForGood() throws Exception {
        trash.delete(anas.id());
        InOrder order = inOrder(library);
        order.verify(library).deleteOf(anas.id());
        assertThat(rows.find(anas.id())).isEmpty();
        assertThat(trash.takeBack(anas.id())).isFalse();
        assertThat(events).containsExactly(new ViewingDeleted(anas, 0, 0, true));
        trash.delete(anas.id());
    }

    @Test
    void whereThereIsNoTrashItIsGoneAtOnce() throws Exception {
        keepsTrashFor(0);
        trash.put(anas.id());
        verify(library, never()).trash(anas.id(), EVENING);
        assertThat(rows.find(anas.id())).isEmpty();
    }

    @Test
    void aMemberDeletesAndTakesBackOnlyTheirOwnAndIsToldSo() throws Exception {
        when(me.get()).thenReturn(People.named(2, "Ben"));
        String refusal = "Only Ana or an owner can delete this viewing.";
        assertThatThrownBy(() -> trash.put(anas.id()))
                .isInstanceOf(CannotDelete.class)
                .hasMessage(refusal);
        assertThatThrownBy(() -> trash.delete(anas.id()))
                .isInstanceOf(CannotDelete.class)
                .hasMessage(refusal);
        verifyNoInteractions(library);

        when(me.get()).thenReturn(new Member(3, "Cleo", Role.OWNER, State.ACTIVE, Instant.EPOCH));
        trash.put(anas.id());
        when(me.get()).thenReturn(People.named(2, "Ben"));
        assertThat(trash.lines()).as("another's").isEmpty();
        assertThatThrownBy(() -> trash.takeBack(anas.id()))
                .hasMessage("Only Ana or an owner can take this viewing back.");

        when(me.get()).thenReturn(People.named(1, "Ana"));
        assertThat(trash.lines()).extracting(TrashedViewing::by).containsExactly("Cleo");
        assertThat(trash.takeBack(anas.id())).isTrue();
    }

    @Test
    void aViewingThatGoesOnIsNotDeleted() {
        when(viewings.isOpen(anas.id())).thenReturn(true);
        assertThatThrownBy(() -> trash.put(anas.id()))
                .isInstanceOf(CannotDelete.class)
                .hasMessage("This viewing still goes on. It can be deleted once it has ended.");
        assertThat(trash.lines()).isEmpty();
    }

    @Test
    void aViewingWhoseFileCannotBeRemovedStays() throws Exception {
        doThrow(new CannotDelete(Sentence.of("recording.notRemoved")))
                .when(library)
                .deleteOf(anas.id());
        assertThatThrownBy(() -> trash.delete(anas.id())).isInstanceOf(CannotDelete.class);
        assertThat(rows.find(anas.id())).isPresent();
    }

    @Test
    void theTrashIsEmptiedWhenItsDaysAreOver() throws Exception {
        trash.put(anas.id());
        clock.pass(Duration.ofDays(7).minusMillis(1));
        emptying.empty();
        assertThat(rows.find(anas.id())).isPresent();
        clock.pass(Duration.ofMillis(1));
        new TrashEmptying(rows, settings, () -> false, clock).empty();
        assertThat(rows.find(anas.id()))
                .as("while the clock cannot be believed")
                .isPresent();
        emptying.empty();
        assertThat(rows.find(anas.id())).isEmpty();
    }

    private void keepsTrashFor(int days) {
        when(settings.current()).thenReturn(new Settings(30, temp, false, 5, new RoomLimits(30, 0, null, days)));
    }
}
