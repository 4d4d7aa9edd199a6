package org.porchlight.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.InvalidInput.Problem;
import org.porchlight.testing.TestDatabase;

class CamerasTest {

    @TempDir
    Path temp;

    private CameraHouse house;

    @BeforeEach
    void build() {
        house = new CameraHouse(temp);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void camerasStandInTheOrderThatAnOwnerGaveThemAlsoAfterARestart() throws Exception {
        Camera garden = house.add("Garden");
        Camera gate = house.add("Gate");
        assertThat(house.names()).containsExactly("Front door", "Garden", "Gate");

        house.cameras.reorder(List.of(gate.id(), 99L, garden.id()));

        assertThat(house.names()).containsExactly("Gate", "Garden", "Front door");
        assertThat(house.events.getLast()).isEqualTo(new CamerasReordered(house.cameras.all()));
        house.restart();
        assertThat(house.names()).containsExactly("Gate", "Garden", "Front door");
        assertThat(house.cameras.first()).isEqualTo(gate);
    }

    @Test
    void ofARemovedCameraItsNameStaysAndNothingElse() throws Exception {
        Camera gate = house.cameras.add(new Camera(Cameras.NEW, "Gate", "rtsp://ana:secret@127.0.0.1:9/", 640, 360));

        house.cameras.remove(gate.id());

        assertThat(house.names()).containsExactly("Front door");
        assertThat(house.cameras.find(gate.id())).isEmpty();
        assertThat(house.cameras.isOpen(gate.id())).isFalse();
        assertThat(house.cameras.removed()).containsExactly(new Camera(gate.id(), "Gate", null, 640, 360));
        assertThat(house.events).contains(new CameraRemoved(gate));
        assertThat(house.add("Gate").id()).isNotEqualTo(gate.id());
        house.restart();
        assertThat(house.names()).containsExactly("Front door", "Gate");
    }

    @Test
    void oneCameraStays() {
        assertThatThrownBy(() -> house.cameras.remove(house.cameras.first().id()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("only camera");
        assertThat(house.names()).hasSize(1);
    }

    @Test
    void whatACameraMayNotBeIsSaidOfEachField() {
        assertThat(house.cameras.problems(new Camera(Cameras.NEW, "front DOOR", "ftp://x", 1, 1)))
                .extracting(Problem::field)
                .containsExactly(Cameras.CAMERA_NAME, Cameras.SOURCE, Cameras.RESOLUTION);
        assertThat(house.cameras.problems(new Camera(Cameras.NEW, "Gate", null, 640, 360)))
                .extracting(Problem::sentence)
                .allMatch(sentence -> sentence.toString().startsWith("Only one camera can be found by itself."))
                .hasSize(1);
        assertThat(house.cameras.problems(house.cameras.first())).isEmpty();
    }

    @Test
    void anAddressBelongsToOneCamera() throws Exception {
        Camera gate = house.cameras.add(new Camera(Cameras.NEW, "Gate", "rtsp://127.0.0.1:9/gate?channel=1", 640, 360));

        assertThat(house.cameras.problems(
                        new Camera(Cameras.NEW, "Yard", "RTSP://ana:secret@127.0.0.1:9/gate?channel=1", 640, 360)))
                .singleElement()
                .hasToString("Problem[field=Source, sentence=The camera Gate reads this source already.]");
        assertThat(house.cameras.problems(
                        new Camera(Cameras.NEW, "Yard", "rtsp://127.0.0.1:9/gate?channel=2", 640, 360)))
                .isEmpty();
        assertThat(house.cameras.problems(
                        new Camera(gate.id(), "Gate", "rtsp://ana:secret@127.0.0.1:9/gate?channel=1", 640, 360)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rtsp, 554", "http, 80", "https, 443"})
    void anAddressMeansTheSameWithThePortThatGoesWithoutSaying(String scheme, int port) throws Exception {
        house.cameras.add(new Camera(Cameras.NEW, "Gate", scheme + "://127.0.0.1/gate", 640, 360));
        assertThat(house.cameras.problems(
                        new Camera(Cameras.NEW, "Yard", scheme + "://127.0.0.1:" + port + "/gate", 640, 360)))
                .hasSize(1);
    }

    @Test
    void thereIsAnEndToHowManyThereCanBe() throws Exception {
        for (int count = 1; count < Cameras.MOST; count++) {
            house.add("Camera " + count);
        }
        assertThatThrownBy(() -> house.add("One more")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theCameraOfBeforeIsStillThereAfterAnUpdate(@TempDir Path old) {
        try (TestDatabase database = new TestDatabase(old, "11")) {
            database.client().sql("update camera set name = 'Hall'").update();
            database.migrateTo("latest");
            assertThat(new CameraRows(database.client()).all())
                    .containsExactly(new CameraRows.Kept(new Camera(1, "Hall", null, 1280, 720), null));
        }
    }
}
