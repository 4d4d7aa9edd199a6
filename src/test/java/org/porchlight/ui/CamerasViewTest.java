package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.porchlight.account.AsMember;
import org.porchlight.account.AsOwner;
import org.porchlight.account.Role;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.camera.Shutters;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.Viewings;
import org.springframework.beans.factory.annotation.Autowired;

@AsMember(value = "Ana", role = Role.OWNER)
class CamerasViewTest extends PageTest {

    @Autowired
    Cameras cameras;

    @Autowired
    Shutters shutters;

    @Autowired
    Viewings viewings;

    private Camera garden;

    @BeforeEach
    void addAGarden() throws Exception {
        garden = AsOwner.call(() -> cameras.add(new Camera(Cameras.NEW, "Garden", "demo", 640, 360)));
    }

    @AfterEach
    void removeIt() throws Exception {
        AsOwner.run(() -> cameras.remove(garden.id()));
    }

    @Test
    void allCamerasAreShownAtOnceEachThroughAViewingOfItsOwn() {
        navigate("", CamerasView.class);

        assertThat($(CameraTile.class).all()).hasSize(2);
        assertThat(viewings.open()).extracting(Viewing::cameraName).containsExactly("Front door", "Garden");

        navigate("camera/" + garden.id(), LiveView.class);

        assertThat(viewings.open()).extracting(Viewing::cameraName).containsExactly("Garden");
        assertThat($(CameraSwitcher.class).single().isVisible()).isTrue();
    }

    @Test
    void whoeverAsksForAllOfThemAgainGoesOnLooking() {
        navigate("", CamerasView.class);
        navigate("", CamerasView.class);
        assertThat($(CameraTile.class).all()).hasSize(2);
        assertThat(viewings.open()).extracting(Viewing::cameraName).containsExactly("Front door", "Garden");
    }

    @Test
    void fromOneCameraToAnotherTheOldViewingEnds() {
        navigate("camera/" + garden.id(), LiveView.class);
        navigate("camera/1", LiveView.class);
        assertThat(viewings.open()).extracting(Viewing::cameraName).containsExactly("Front door");
    }

    @Test
    void aCameraThatIsNotThereIsNotFound() {
        navigate("camera/4711", NotFoundPage.class);
    }

    @Test
    void aShutterThatIsClosedSaysWhoClosedItAndCanBeOpened() throws Exception {
        navigate("camera/" + garden.id(), LiveView.class);
        Viewing mine = viewings.open().getFirst();

        AsOwner.run(become("Ben"), () -> shutters.close(garden.id(), null));

        assertThat(viewings.isOpen(mine.id())).isFalse();
        soon(() -> assertThat($(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("Ben closed it. It stays so until somebody opens it."));
        assertThat($(Span.class).withClassName("pl-state").single().getText()).isEqualTo("SHUTTER CLOSED");
        become("Ana");

        test($(Button.class).withText("Open the shutter").single()).click();

        assertThat(cameras.isOpen(garden.id())).isTrue();
        assertThat(viewings.open()).hasSize(1);
        assertThat($(Span.class).withClassName("pl-state").single().getText()).isNotEqualTo("SHUTTER CLOSED");
    }

    @Test
    void aTileOfAShutCameraSaysSoAndTheOthersGoOn() throws Exception {
        navigate("", CamerasView.class);
        AsOwner.run(
                become("Ana"), () -> shutters.close(garden.id(), Instant.now().plus(Duration.ofDays(400))));

        soon(() -> assertThat($(Span.class).withClassName("pl-tile-why").all())
                .extracting(Span::getText)
                .anyMatch(said -> said.startsWith("Ana closed it until ")));
        assertThat(viewings.open()).extracting(Viewing::cameraName).containsExactly("Front door");
    }

    @Test
    void aCameraThatIsRemovedLeavesThePages() throws Exception {
        navigate("", CamerasView.class);
        Camera gate = AsOwner.call(() -> cameras.add(new Camera(Cameras.NEW, "Gate", "demo", 640, 360)));
        soon(() -> assertThat($(CameraTile.class).all()).hasSize(3));

        AsOwner.run(() -> cameras.remove(gate.id()));

        soon(() -> assertThat($(CameraTile.class).all()).hasSize(2));
    }

    private void soon(ThrowingRunnable holds) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            holds.run();
        });
    }
}
