package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.porchlight.media.Mp4Recorder.Cause;
import org.porchlight.media.Sentence;

/** Recordings that cannot begin or cannot go on: what is kept of them, and what is said. */
class RecordersThatFailTest extends RecordersHouse {

    @Test
    void withoutAPictureThereIsNothingToRecord() {
        engine.picture = false;
        assertThatThrownBy(() -> recorders.start(ANA, DOOR))
                .isInstanceOf(CannotRecord.class)
                .hasMessageStartingWith("There is no picture to record.");
        assertThat(recorders.running(ANA).problem()).asString().startsWith("There is no picture to record.");
        assertThat(rowsOf(ANA)).isEmpty();
    }

    @Test
    void aRecordingThatNeverGotAPictureSaysSo() throws Exception {
        recorders.startWithFirstPicture(ANA, DOOR);
        recorders.stop(ANA, RecordingEnd.VIEWING_ENDED);
        engine.last().end(Cause.NO_PICTURE, Duration.ZERO);
        Recording row = rowsOf(ANA).getFirst();
        assertThat(row.state()).isEqualTo(Recording.State.FAILED);
        assertThat(row.problem()).hasToString("No picture came, so nothing was recorded.");
    }

    @Test
    void aFolderThatIsNoFolderIsNamed() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");
        use(file);
        assertThatThrownBy(() -> recorders.start(ANA, DOOR))
                .isInstanceOf(CannotRecord.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("cannot be written");
        assertThat(rowsOf(ANA)).isEmpty();
        assertThat(recorders.running(ANA).isOn()).isFalse();
    }

    @Test
    void aFolderThatWasUsedAndIsGoneIsNotMadeAnewOnAnotherDisk() throws Exception {
        recorders.start(ANA, DOOR);
        recorders.stop(ANA, RecordingEnd.STOPPED);
        Files.move(folder, temp.resolve("unplugged"));
        assertThatThrownBy(() -> recorders.start(ANA, DOOR))
                .isInstanceOf(CannotRecord.class)
                .hasMessageContaining("is not there. Connect its disk");
        assertThat(folder).doesNotExist();
    }

    @Test
    void whenTheFileCannotBeCreatedThereIsNoRow() {
        engine.refuses = new IOException("no space left");
        assertThatThrownBy(() -> recorders.start(ANA, DOOR))
                .isInstanceOf(CannotRecord.class)
                .hasMessageContaining("cannot be written");
        assertThat(rowsOf(ANA)).isEmpty();
        assertThat(recorders.running(ANA).isOn()).isFalse();
    }

    @Test
    void aDiskThatFailsInTheMiddleKeepsWhatPlaysAndSaysWhy() throws Exception {
        recorders.start(ANA, DOOR);
        engine.last().firstPicture(EVENING);
        events.clear();
        engine.last().fail("The disk is full. What you have is saved.");

        Recording row = rowsOf(ANA).getFirst();
        assertThat(row.state()).isEqualTo(Recording.State.RECOVERED);
        assertThat(row.length()).isEqualTo(Duration.ofSeconds(7));
        assertThat(row.problem()).hasToString("The disk is full. What you have is saved.");
        assertThat(recorders.running(ANA))
                .isEqualTo(new RecordingNow(
                        RecordingNow.State.NONE,
                        null,
                        Sentence.asItStands("The disk is full. What you have is saved.")));
        assertThat(events).contains(new RecordingChanged(ANA));
        recorders.start(ANA, DOOR);
        assertThat(recorders.running(ANA).problem()).isNull();
    }

    @Test
    void aCameraThatCannotBeEncodedEndsTheRecordingWithTheSentence() throws Exception {
        recorders.start(ANA, DOOR);
        engine.last().firstPicture(EVENING);
        engine.last().cannotEncode("The camera's pictures cannot be decoded.");

        Recording row = rowsOf(ANA).getFirst();
        assertThat(row.state()).isEqualTo(Recording.State.RECOVERED);
        assertThat(row.ended()).isEqualTo(RecordingEnd.ENCODING_FAILED);
        assertThat(row.gaps()).isEqualTo(3);
        assertThat(recorders.running(ANA).problem()).hasToString("The camera's pictures cannot be decoded.");
        assertThat(engine.files).hasSize(1);
    }

    @Test
    void aRecordingThatNobodyClickedForGoesOnAsSoonAsTheCameraCanBeEncodedAgain() throws Exception {
        recorders.startWithFirstPicture(ANA, DOOR);
        engine.last().firstPicture(EVENING);
        clock.pass(Duration.ofSeconds(20));
        engine.last().cannotEncode("The camera's pictures cannot be decoded.");

        assertThat(engine.files).hasSize(2).allMatch(file -> file.patient);
        assertThat(recorders.running(ANA).state()).isEqualTo(RecordingNow.State.WAITING);
        engine.last().firstPicture(EVENING.plusSeconds(60));
        recorders.stop(ANA, RecordingEnd.VIEWING_ENDED);
        engine.last().end(Cause.STOPPED, Duration.ofSeconds(3));

        assertThat(rowsOf(ANA))
                .extracting(Recording::ended)
                .containsExactly(RecordingEnd.ENCODING_FAILED, RecordingEnd.VIEWING_ENDED);
    }

    @Test
    void aRecordingThatNobodyClickedForIsNotBegunAnewWhenItsViewingHasEnded() throws Exception {
        recorders.startWithFirstPicture(ANA, DOOR);
        recorders.stop(ANA, RecordingEnd.VIEWING_ENDED);
        engine.last().cannotEncode("The camera's pictures cannot be decoded.");
        assertThat(engine.files).hasSize(1);
    }

    @Test
    void aDiskThatFailsBeforeAnythingPlaysLeavesAFailedRow() throws Exception {
        engine.measured = null;
        recorders.start(ANA, DOOR);
        engine.last().fail("The disk is full.");
        assertThat(rowsOf(ANA).getFirst().state()).isEqualTo(Recording.State.FAILED);
    }
}
