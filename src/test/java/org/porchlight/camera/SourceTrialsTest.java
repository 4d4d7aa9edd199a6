package org.porchlight.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.media.CaptureStatus.State;
import org.porchlight.settings.InvalidInput;

class SourceTrialsTest {

    @TempDir
    Path temp;

    private CameraHouse house;
    private SourceTrials trials;

    @BeforeEach
    void build() {
        house = new CameraHouse(temp);
        trials = house.trials();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aTriedSourceShowsItsPicturesUntilItIsClosed() throws Exception {
        String video = Path.of(SourceTrialsTest.class
                        .getResource("/org/porchlight/media/b-frames.ts")
                        .toURI())
                .toString();
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        SourceTrial trial = trials.begin(video);
        Thread reader = Thread.ofVirtual().start(() -> write(trial, page));

        await().until(() -> page.toString(StandardCharsets.ISO_8859_1).contains("Content-Type: image/jpeg"));
        trial.close();

        assertThat(reader.join(Duration.ofSeconds(10))).isTrue();
        await().until(() -> trial.status().state() == State.OFF);
        assertThat(house.cameras.all()).hasSize(1);
    }

    @Test
    void aTrialEndsByItself() throws Exception {
        SourceTrial trial = trials.begin("demo");
        assertThat(trial.isOver()).isFalse();
        house.clock.pass(Duration.ofMinutes(6));
        assertThat(trial.isOver()).isTrue();
    }

    @Test
    void nobodyLooksPastAShutterByTryingWhatTheCameraReads() {
        house.shutters.close(house.cameras.first().id(), null);
        assertThatThrownBy(() -> trials.begin("demo"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("The shutter of Front door");
    }

    @Test
    void whatIsNoSourceOrIsNotThereIsSaidInASentence() {
        assertThatThrownBy(() -> trials.begin("gopher://x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> trials.begin("/nowhere/film.mp4"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("There is no video file");
    }

    @Test
    void thereIsAnEndToHowManyAreTriedAtOnce() {
        assertThatThrownBy(() -> {
                    for (int count = 0; count < 20; count++) {
                        trials.begin("demo");
                    }
                })
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Too many");
    }

    private static void write(SourceTrial trial, ByteArrayOutputStream page) {
        try {
            trial.writeTo(page);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
