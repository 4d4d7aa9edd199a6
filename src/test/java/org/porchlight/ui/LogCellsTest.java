package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingEnd;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.Viewing;

/** What the log says of a viewing's recordings. */
@ExtendWith(InEnglish.class)
class LogCellsTest {

    private static final Instant EVENING = Instant.parse("2026-11-22T17:40:12Z");

    private final LogLines lines = mock(LogLines.class);
    private final LogCells cells = new LogCells(
            new LogWords(Clock.fixed(EVENING.plusSeconds(600), ZoneOffset.UTC), ZoneOffset.UTC),
            mock(LogActions.class),
            mock(NoteSaver.class),
            lines);

    @BeforeEach
    void nobodySawThem() {
        when(lines.audience(any())).thenReturn("");
    }

    @Test
    void aRecordingThatIsWholeIsNotMarked() {
        assertThat(said(recording(0, 12, 0))).isEqualTo("Recorded");
    }

    @Test
    void aRecordingWithAGapIsMarkedAndSaysHowLargeItIs() {
        assertThat(said(recording(0, 12, 1))).contains("Recorded", "Gap", "1 picture is missing in it.");
        assertThat(said(recording(0, 12, 40))).contains("40 pictures are missing in it.");
    }

    @Test
    void whatGoesOnInASecondFileWhenTheCameraIsBackIsOneRecordingOfTheViewing() {
        assertThat(said(recording(0, 12, 2), recording(20, 33, 3)))
                .contains("Recorded", "In 2 parts, which play one after the other.", "5 pictures are missing");
    }

    private String said(Recording... recordings) {
        Viewing viewing = new Viewing(
                1, 1, "Ana", 1, "Front door", "Phone", EVENING, EVENING.plusSeconds(60), EndReason.LEFT, null);
        return cells.recording(new LogEntry(viewing, List.copyOf(Arrays.asList(recordings))))
                .getElement()
                .getTextRecursively();
    }

    private static Recording recording(int after, int seconds, long gaps) {
        Instant begin = EVENING.plusSeconds(after);
        return new Recording(
                "id" + after,
                1,
                1,
                "Front door",
                Path.of("/recordings"),
                "2026-11-22/id.mp4",
                begin,
                begin,
                Duration.ofSeconds(seconds),
                1000,
                gaps,
                Recording.State.COMPLETE,
                RecordingEnd.STREAM_CHANGED,
                null,
                false,
                null);
    }
}
