package org.porchlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.account.AsOwner;
import org.porchlight.account.Member;
import org.porchlight.account.Role;
import org.porchlight.account.State;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Mp4Recorder;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.RecordingNow;
import org.porchlight.recording.RoomWatch;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.testing.SmallDisk;
import org.porchlight.trail.Trail;
import org.porchlight.trail.TrailLine;
import org.porchlight.trail.What;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.Viewings;
import org.springframework.beans.factory.annotation.Autowired;

/** A real disk of 64 MB that fails in the middle of a recording, in every way that disks do, and comes back. */
class SmallDiskTest extends HouseTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Five seconds are promised of a disk that is back, or has room again; and what a busy computer may add. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    @Autowired
    Viewings viewings;

    @Autowired
    Cameras cameras;

    @Autowired
    HouseSettings settings;

    @Autowired
    RecordingLibrary library;

    @Autowired
    RoomWatch room;

    @Autowired
    Trail trail;

    private SmallDisk disk;
    private long viewing;

    @BeforeEach
    void everySessionIsRecordedOnIt() throws Exception {
        disk = SmallDisk.in(Files.createTempDirectory(folder, "disk"));
        AsOwner.run(() -> settings.save(new Settings(30, disk.folder(), true, 0, RoomLimits.defaults())));
        viewing = watch();
        isRecorded(SOON);
    }

    @AfterEach
    void takeTheDiskOut() throws IOException {
        if (disk != null) {
            viewings.open().stream().map(Viewing::id).forEach(id -> viewings.end(id, EndReason.LEFT));
            disk.close();
        }
    }

    @Test
    void aFullDiskEndsTheRecordingAndTheNextBeginsWhenThereIsRoom() throws Exception {
        disk.fill();
        isNotRecorded("The disk is full.");
        assertThat(cameras.status(1).streaming()).as("live goes on").isTrue();
        playsUpToThere("disk");

        disk.makeRoom();
        isRecorded(AGAIN);
        assertThat(recordings()).as("in a new file of the same viewing").hasSize(2);
    }

    @Test
    void theOldestRecordingsMakeRoomBeforeTheDiskIsFull() throws Exception {
        viewings.end(viewing, EndReason.LEFT);
        playsUpToThere(null);
        Path oldest = disk.folder().resolve(recordings().getFirst().file());

        disk.fillUntilFree(disk.floor() - 50_000);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(recordings()).isEmpty();
            assertThat(oldest).doesNotExist();
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(AsOwner.ask(() -> trail.page(LogFilter.ALL, 0, 1)))
                        .extracting(TrailLine::who, TrailLine::what)
                        .containsExactly(Tuple.tuple("Porchlight", What.REMOVED)));
    }

    @Test
    void aDiskThatIsTakenAwayIsNotWrittenBeneathAndGoesOnWhenItIsBack() throws Exception {
        disk.takeAway();
        isNotRecorded("The disk with the recordings is not at " + disk.folder());
        assertThatThrownBy(() -> viewings.record(viewing)).isInstanceOf(CannotRecord.class);
        assertThat(disk.folder()).isEmptyDirectory();
        assertThat(cameras.status(1).streaming()).as("live goes on").isTrue();

        disk.bringBack();
        isRecorded(AGAIN);
        playsUpToThere("disk");
        assertThat(recordings()).hasSize(2);
    }

    @Test
    void aDiskThatCanOnlyBeReadEndsTheRecordingAndTheNextBeginsWhenItIsRepaired() throws Exception {
        disk.becomesReadOnly();
        isNotRecorded("");
        await().atMost(AGAIN).until(() -> room.problem().isPresent());
        assertThat(cameras.status(1).streaming()).as("live goes on").isTrue();

        disk.isRepaired();
        isRecorded(AGAIN);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(recordings().getFirst().state())
                        .as("settled, whatever is left of it")
                        .isNotEqualTo(Recording.State.RECORDING));
    }

    @Test
    void aDiskThatTakesNoMoreFilesSaysSoAndGoesOnWhenItDoes() throws Exception {
        disk.takeAllFiles();
        viewings.end(viewing, EndReason.LEFT);
        viewing = watch();
        isNotRecorded("The disk is full.");
        await().atMost(AGAIN)
                .untilAsserted(
                        () -> assertThat(room.problem().map(Object::toString).orElse(""))
                                .contains("takes no more files"));

        disk.makeRoom();
        isRecorded(AGAIN);
    }

    @Test
    void anotherDiskIsUsedWhenAnOwnerSaysSo() throws Exception {
        disk.takeAway();
        isNotRecorded("is not at");
        Path beneath = disk.folder();
        await().atMost(AGAIN).until(room::isOtherDisk);
        assertThat(beneath).isEmptyDirectory();

        AsOwner.run(room::acceptDisk);
        isRecorded(AGAIN);
        assertThat(beneath).isNotEmptyDirectory();
    }

    private long watch() {
        Member ana = new Member(1, "Ana", Role.MEMBER, State.ACTIVE, Instant.EPOCH);
        return viewings.begin(ana, 1, "session", "Phone").id();
    }

    /** Waits for a recording that has something in it. */
    private void isRecorded(Duration within) {
        await("a recording runs").atMost(within).until(() -> {
            viewings.renew(viewing);
            return viewings.recording(viewing).state() == RecordingNow.State.RUNNING;
        });
        await("something is written").atMost(SOON).until(() -> {
            viewings.renew(viewing);
            Recording last = recordings().getLast();
            Path file = last.folder().resolve(last.file());
            return Files.exists(file) && Files.size(file) > 100_000;
        });
    }

    private void isNotRecorded(String why) {
        await("the recording ends").atMost(SOON).until(() -> {
            viewings.renew(viewing);
            return !viewings.recording(viewing).isOn();
        });
        assertThat(viewings.recording(viewing).problem()).asString().contains(why);
    }

    private void playsUpToThere(@Nullable String problem) throws IOException {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(recordings().getFirst().isPlayable()).isTrue());
        Recording first = recordings().getFirst();
        if (problem == null) {
            assertThat(first.problem()).isNull();
        } else {
            assertThat(first.problem()).asString().contains(problem);
        }
        Duration plays = Mp4Recorder.measure(first.folder().resolve(first.file()));
        assertThat(first.length()).isCloseTo(plays, Duration.ofMillis(500)).isPositive();
    }

    private List<Recording> recordings() {
        return AsOwner.ask(() -> library.of(List.of(viewing)).getOrDefault(viewing, List.of()));
    }
}
