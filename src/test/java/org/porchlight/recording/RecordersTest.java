package org.porchlight.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.porchlight.media.Mp4Recorder.Cause;

class RecordersTest extends RecordersHouse {

    @Test
    void theRowIsWrittenBeforeTheFile() throws Exception {
        recorders.start(ANA, DOOR);

        Recording row = rowsOf(ANA).getFirst();
        assertThat(row.state()).isEqualTo(Recording.State.RECORDING);
        assertThat(row.askedAt()).isEqualTo(EVENING);
        assertThat(row.file()).isEqualTo("2026-11-22/" + row.id() + ".mp4");
        assertThat(engine.last().file).isEqualTo(folder.resolve(row.file()));
        assertThat(recorders.running(ANA).state()).isEqualTo(RecordingNow.State.WAITING);
    }

    @Test
    void theFolderIsNamedForTheDayInTheHouse() throws Exception {
        clock.set(Instant.parse("2026-11-22T23:30:00Z"));
        recorders.start(ANA, DOOR);
        assertThat(rowsOf(ANA).getFirst().file()).startsWith("2026-11-23/");
    }

    @Test
    void aFinishedRecordingIsCompleteWithItsLength() throws Exception {
        recorders.start(ANA, DOOR);
        engine.last().firstPicture(EVENING.plusMillis(40));
        assertThat(recorders.running(ANA))
                .isEqualTo(new RecordingNow(RecordingNow.State.RUNNING, EVENING.plusMillis(40), null));

        recorders.stop(ANA, RecordingEnd.STOPPED);
        assertThat(engine.last().stopAsked).isTrue();
        assertThat(recorders.running(ANA).isOn()).isFalse();
        engine.last().end(Cause.STOPPED, Duration.ofMillis(5_120));

        Recording row = rowsOf(ANA).getFirst();
        assertThat(row.state()).isEqualTo(Recording.State.COMPLETE);
        assertThat(row.ended()).isEqualTo(RecordingEnd.STOPPED);
        assertThat(row.startedAt()).isEqualTo(EVENING.plusMillis(40));
        assertThat(row.length()).isEqualTo(Duration.ofMillis(5_120));
        assertThat(row.bytes()).isEqualTo(1000);
        assertThat(events).contains(new RecordingChanged(ANA));
    }

    @Test
    void twoWhoWatchAtOnceNeverTouchEachOthersRecording() throws Exception {
        recorders.start(ANA, DOOR);
        engine.last().firstPicture(EVENING);
        assertThat(recorders.running(BEN).isOn()).isFalse();
        assertThat(rowsOf(BEN)).isEmpty();

        recorders.stop(BEN, RecordingEnd.STOPPED);
        assertThat(recorders.running(ANA).isOn()).isTrue();

        recorders.start(BEN, DOOR);
        recorders.stop(ANA, RecordingEnd.STOPPED);
        engine.files.getFirst().end(Cause.STOPPED, Duration.ofSeconds(1));
        assertThat(recorders.running(BEN).isOn()).isTrue();
        assertThat(engine.last().stopAsked).isFalse();
        assertThat(rowsOf(ANA)).hasSize(1);
        assertThat(rowsOf(BEN)).hasSize(1);
    }

    @Test
    void aCameraThatCameBackGoesOnInANewFileOfTheSameViewing() throws Exception {
        recorders.start(ANA, DOOR);
        engine.last().firstPicture(EVENING);
        clock.pass(Duration.ofSeconds(20));
        engine.last().end(Cause.STREAM_CHANGED, Duration.ofSeconds(12));

        assertThat(engine.files).hasSize(2);
        assertThat(recorders.running(ANA)).isEqualTo(new RecordingNow(RecordingNow.State.RUNNING, EVENING, null));
        engine.last().firstPicture(clock.instant());
        recorders.stop(ANA, RecordingEnd.VIEWING_ENDED);
        engine.last().end(Cause.STOPPED, Duration.ofSeconds(3));

        assertThat(rowsOf(ANA))
                .extracting(Recording::state, Recording::ended)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Recording.State.COMPLETE, RecordingEnd.STREAM_CHANGED),
                        org.assertj.core.groups.Tuple.tuple(Recording.State.COMPLETE, RecordingEnd.VIEWING_ENDED));
        assertThat(engine.files.get(0).file).isNotEqualTo(engine.files.get(1).file);
    }

    @Test
    void aCameraThatComesBackAfterStopStartsNoNewFile() throws Exception {
        recorders.start(ANA, DOOR);
        engine.last().firstPicture(EVENING);
        recorders.stop(ANA, RecordingEnd.STOPPED);
        engine.last().end(Cause.STREAM_CHANGED, Duration.ofSeconds(12));
        assertThat(engine.files).hasSize(1);
        assertThat(rowsOf(ANA).getFirst().ended()).isEqualTo(RecordingEnd.STOPPED);
    }

    @Test
    void recordStopRecordAreTwoRecordingsOfOneViewing() throws Exception {
        recorders.start(ANA, DOOR);
        recorders.stop(ANA, RecordingEnd.STOPPED);
        recorders.start(ANA, DOOR);
        engine.files.getFirst().firstPicture(EVENING);
        engine.files.getFirst().end(Cause.STOPPED, Duration.ofSeconds(1));
        assertThat(recorders.running(ANA).isOn()).isTrue();
        assertThat(rowsOf(ANA)).hasSize(2);
    }

    @Test
    void whenEverySessionIsRecordedItWaitsForTheFirstPicture() throws Exception {
        engine.picture = false;
        recorders.startWithFirstPicture(ANA, DOOR);
        assertThat(recorders.running(ANA).state()).isEqualTo(RecordingNow.State.WAITING);
        engine.last().firstPicture(EVENING.plusSeconds(8));
        assertThat(recorders.running(ANA).since()).isEqualTo(EVENING.plusSeconds(8));
    }

    @Test
    void aViewingIsRecordedOnceAtATime() throws Exception {
        recorders.start(ANA, DOOR);
        assertThatThrownBy(() -> recorders.start(ANA, DOOR)).hasMessage("This viewing is being recorded already.");
        assertThat(engine.files).hasSize(1);
    }

    @Test
    void aNewFolderIsMade() throws Exception {
        use(temp.resolve("new/recordings"));
        recorders.start(ANA, DOOR);
        assertThat(engine.last().file).startsWithRaw(temp.resolve("new/recordings"));
    }

    @Test
    void aRecordingByHandBeginsBeforeTheClickAndItsTimeCountsFromIt() throws Exception {
        recorders.start(ANA, DOOR);
        assertThat(engine.last().preRoll).isEqualTo(Duration.ofSeconds(5));

        engine.last().firstPicture(EVENING.minusSeconds(5));

        assertThat(recorders.running(ANA).since()).isEqualTo(EVENING);
        assertThat(rowsOf(ANA).getFirst().startedAt()).isEqualTo(EVENING.minusSeconds(5));
    }

    @Test
    void aRecordingThatNobodyClickedForBeginsWithItsViewing() throws Exception {
        recorders.startWithFirstPicture(ANA, DOOR);
        assertThat(engine.last().preRoll).isZero();
    }

    @Test
    void theNextFileHasTheNewConnectionFromItsFirstPicture() throws Exception {
        recorders.start(ANA, DOOR);
        engine.last().firstPicture(EVENING);
        engine.last().end(Cause.STREAM_CHANGED, Duration.ofSeconds(12));

        assertThat(engine.files).hasSize(2);
        assertThat(engine.last().preRoll).isGreaterThan(Duration.ofSeconds(5));
    }

    @Test
    void onlyWhatNobodyAskedForByHandIsStoppedAutomatically() throws Exception {
        recorders.start(ANA, DOOR);
        recorders.startWithFirstPicture(BEN, DOOR);
        recorders.stopAutomatic(ANA, RecordingEnd.SETTING_CHANGED);
        recorders.stopAutomatic(BEN, RecordingEnd.SETTING_CHANGED);
        assertThat(recorders.running(ANA).isOn()).isTrue();
        assertThat(recorders.running(BEN).isOn()).isFalse();
    }

    @Test
    void aServerThatStopsFinishesEveryFileFirst() throws Exception {
        engine.stopsAtOnce = true;
        recorders.start(ANA, DOOR);
        recorders.start(BEN, DOOR);
        for (FakeEngine.Writing file : engine.files) {
            file.firstPicture(EVENING);
        }
        recorders.stop();
        assertThat(rows.of(List.of(ANA, BEN)))
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(Recording.State.COMPLETE))
                .allSatisfy(row -> assertThat(row.ended()).isEqualTo(RecordingEnd.SERVER_STOPPED));
    }
}
