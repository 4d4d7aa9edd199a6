package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.media.Sentence;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.Snapshots;
import org.porchlight.testing.HandClock;
import org.porchlight.viewing.LastSnapshots.Taken;

class LastSnapshotsTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");
    private static final byte[] PARCEL = {1, 2, 3};

    private final Viewings viewings = mock(Viewings.class);
    private final Snapshots snapshots = mock(Snapshots.class);
    private final HandClock clock = new HandClock(EVENING);
    private final List<Object> events = new ArrayList<>();
    private final LastSnapshots last = new LastSnapshots(viewings, snapshots, events::add, clock);

    @BeforeEach
    void anaWatches() {
        when(viewings.isOpen(7)).thenReturn(true);
    }

    @Test
    void theVeryPictureIsKeptWithTheMomentInWhichItWasTaken() throws Exception {
        last.took(7, PARCEL);
        clock.pass(Duration.ofSeconds(9));
        last.keep(7);

        verify(snapshots).keep(7, PARCEL, EVENING);
        assertThat(last.of(7)).contains(new Taken(EVENING, true));
        assertThat(events).containsExactly(new SnapshotTaken(7), new SnapshotTaken(7));
    }

    @Test
    void itIsKeptOnceHoweverOftenIsAsked() throws Exception {
        last.took(7, PARCEL);
        last.keep(7);
        last.keep(7);
        verify(snapshots, times(1)).keep(7, PARCEL, EVENING);
    }

    @Test
    void whatCouldNotBeKeptCanBeTriedAgain() throws Exception {
        when(snapshots.keep(7, PARCEL, EVENING))
                .thenThrow(new CannotRecord(Sentence.of("disk.full")))
                .thenReturn(null);
        last.took(7, PARCEL);
        assertThatThrownBy(() -> last.keep(7)).hasMessage("The disk is full.");
        assertThat(last.of(7)).contains(new Taken(EVENING, false));

        last.keep(7);
        assertThat(last.of(7)).contains(new Taken(EVENING, true));
    }

    @Test
    void withTheViewingItIsForgotten() {
        last.took(7, PARCEL);
        Viewing viewing = new Viewing(7, 1, "Ana", 1, "Front door", "", EVENING, null, null, null);
        last.on(new ViewingEnded(viewing.ended(EVENING, EndReason.LEFT)));

        assertThat(last.of(7)).isEmpty();
        assertThatThrownBy(() -> last.keep(7))
                .isInstanceOf(CannotRecord.class)
                .hasMessageStartingWith("This viewing has ended.");
    }

    @Test
    void ofAViewingThatIsOverNothingIsRemembered() {
        last.took(8, PARCEL);
        assertThat(last.of(8)).isEmpty();
        assertThat(events).isEmpty();
    }
}
