package org.porchlight.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.porchlight.camera.CameraHouse.EVENING;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.porchlight.media.CaptureStatus.State;
import org.porchlight.media.Cursor;

class ShuttersTest {

    private static final Instant IN_AN_HOUR = EVENING.plusMillis(3_600_000);

    @TempDir
    Path temp;

    private CameraHouse house;
    private long door;

    @BeforeEach
    void build() {
        house = new CameraHouse(temp);
        door = house.cameras.first().id();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aClosedShutterLetsTheCameraGoThoughSomebodyReads() throws Exception {
        try (Cursor pictures = house.cameras.capture(door).jpeg().fromNewest()) {
            assertThat(pictures.next(Duration.ofSeconds(20))).isNotNull();

            house.shutters.close(door, null);

            await().until(() -> house.cameras.status(door).state() == State.OFF);
            assertThat(house.cameras.isOpen(door)).isFalse();
            house.shutters.open(door);
            assertThat(house.cameras.isOpen(door)).isTrue();
            await().until(() -> house.cameras.status(door).streaming());
        }
    }

    @Test
    void whoeverReadsBehindAClosedShutterOpensNothing() throws Exception {
        house.shutters.close(door, null);
        try (Cursor pictures = house.cameras.capture(door).jpeg().fromNewest()) {
            assertThat(pictures.next(Duration.ofMillis(300))).isNull();
            assertThat(house.cameras.status(door).state()).isEqualTo(State.OFF);
        }
    }

    @Test
    void itSaysWhoClosedItAndUntilWhenAlsoAfterARestart() {
        house.shutters.close(door, IN_AN_HOUR);
        Shutter closed = new Shutter("Ana", EVENING, IN_AN_HOUR);
        assertThat(house.cameras.shutter(door)).contains(closed);
        assertThat(house.events).containsExactly(new ShutterChanged(house.cameras.first(), closed, "Ana"));

        house.restart();

        assertThat(house.cameras.shutter(door)).contains(closed);
    }

    @Test
    void itStaysClosedWhenWhoeverClosedItIsForgotten() throws Exception {
        long garden = house.add("Garden").id();
        house.shutters.close(door, IN_AN_HOUR);

        house.cameras.forget("Ben", "Erased 2");
        assertThat(house.cameras.shutter(door)).contains(new Shutter("Ana", EVENING, IN_AN_HOUR));
        house.cameras.forget("Ana", "Erased 1");

        assertThat(house.cameras.shutter(door)).contains(new Shutter("Erased 1", EVENING, IN_AN_HOUR));
        assertThat(house.cameras.isOpen(garden)).isTrue();
        house.restart();
        assertThat(house.cameras.shutter(door)).contains(new Shutter("Erased 1", EVENING, IN_AN_HOUR));
    }

    @Test
    void itOpensByItselfWhenItsTimeHasComeAlsoAfterARestart() {
        house.shutters.close(door, IN_AN_HOUR);
        house.restart();
        house.clock.pass(Duration.ofMinutes(59));
        house.shutters.look();
        assertThat(house.cameras.isOpen(door)).isFalse();

        house.clock.pass(Duration.ofMinutes(2));
        house.shutters.look();

        assertThat(house.cameras.isOpen(door)).isTrue();
        assertThat(house.events.getLast()).isEqualTo(new ShutterChanged(house.cameras.first(), null, null));
    }

    @Test
    void aClockThatJumpedDoesNotOpenItEarly() {
        house.shutters.close(door, IN_AN_HOUR);
        house.clockIsTrusted = false;
        house.clock.step(Duration.ofHours(8));
        house.shutters.look();
        assertThat(house.cameras.isOpen(door)).isFalse();

        house.clock.pass(Duration.ofHours(1));
        house.shutters.look();

        assertThat(house.cameras.isOpen(door)).isTrue();
    }

    @Test
    void oneWithoutATimeWaitsForSomebody() {
        house.shutters.close(door, null);
        house.clock.pass(Duration.ofDays(30));
        house.shutters.look();
        assertThat(house.cameras.isOpen(door)).isFalse();
    }

    @Test
    void onlyTheOneCameraIsClosed() throws Exception {
        Camera garden = house.add("Garden");
        house.shutters.close(garden.id(), null);
        assertThat(house.cameras.isOpen(door)).isTrue();
        assertThat(house.cameras.isOpen(garden.id())).isFalse();
    }
}
