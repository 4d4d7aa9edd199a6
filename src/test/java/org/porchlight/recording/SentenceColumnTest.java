package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.media.Sentence;
import org.porchlight.recording.Recording.State;
import org.porchlight.testing.TestDatabase;

class SentenceColumnTest {

    @Test
    void whatIsReadIsWhatWasWritten() {
        Sentence full = Sentence.of("disk.full");
        for (Sentence sentence : List.of(
                full,
                Sentence.of("recording.diskAway", Path.of("/srv/a \"quoted\" [folder], 5")),
                Sentence.of("recording.nothingPlays", Sentence.of("disk.stopped", full)),
                Sentence.of("input.name", 60),
                Sentence.asItStands("FFmpeg's own words"))) {
            assertThat(SentenceColumn.read(SentenceColumn.write(sentence))).isEqualTo(sentence);
        }
        assertThat(SentenceColumn.write(null)).isNull();
        assertThat(SentenceColumn.read(null)).isNull();
    }

    @Test
    void aRowHoldsTheKeyAndWhatStandsInIt() {
        assertThat(SentenceColumn.write(Sentence.of("recording.nothingPlays", Sentence.of("disk.full"))))
                .isEqualTo("[\"recording.nothingPlays\",[\"disk.full\"]]");
    }

    @Test
    void aRowOfBeforeIsReadAsItStands() {
        assertThat(SentenceColumn.read("The server stopped while it was recorded."))
                .hasToString("The server stopped while it was recorded.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"recording.neverHeardOf\",1]", "[\"", "[\"disk.full\",[1]]"})
    void whatIsNoSentenceIsShownAsItStands(String kept) {
        assertThat(SentenceColumn.read(kept)).hasToString(kept);
    }

    @Test
    void aFileThatWasMissingBeforeThereWereKeysIsStillLookedFor(@TempDir Path folder) {
        try (TestDatabase house = new TestDatabase(folder, "14").withViewing(1, "Ana")) {
            house.client()
                    .sql(
                            "INSERT INTO recording (id, viewing_id, camera_id, camera_name, folder, file, asked_at, state, problem)"
                                    + " VALUES ('lost', 1, 1, 'Front door', '/recordings', 'a.mp4', 0, 'FAILED',"
                                    + " 'Its file is missing: it was removed outside Porchlight, or the disk lost it.')")
                    .update();
            house.migrateTo("latest");
            RecordingRows rows = new RecordingRows(house.client());

            assertThat(rows.find("lost").orElseThrow().problem()).isEqualTo(MissingFiles.SENTENCE);
            assertThat(rows.withFileAfter("", 10)).hasSize(1);
            assertThat(rows.found("lost", 5)).isTrue();
            assertThat(rows.find("lost").orElseThrow().state()).isEqualTo(State.COMPLETE);
        }
    }
}
