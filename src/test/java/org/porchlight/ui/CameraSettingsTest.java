package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.account.AsMember;
import org.porchlight.account.AsOwner;
import org.porchlight.account.Role;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.settings.HouseSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** Several cameras on the settings page, and what becomes of changes that are not saved. */
@AsMember(value = "Ana", role = Role.OWNER)
class CameraSettingsTest extends PageTest {

    @Autowired
    Cameras cameras;

    @Autowired
    HouseSettings settings;

    @AfterEach
    void oneCameraIsLeft() throws Exception {
        for (Camera camera : cameras.all()) {
            if (cameras.all().size() > 1 && camera.id() != 1) {
                AsOwner.run(() -> cameras.remove(camera.id()));
            }
        }
    }

    @Test
    void aCameraIsAddedAndItsFieldsAreShown() {
        navigate(SettingsView.class);
        test(button("Add a camera")).click();
        test($(TextField.class).withCaption("Name").single()).setValue("Garden");
        test(button("Add it")).click();

        assertThat(names()).containsExactly("Front door", "Garden");
        assertThat(field("camera-name").getValue()).isEqualTo("Garden");
        assertThat(field("source").getValue()).isEqualTo("demo");
    }

    @Test
    void theFieldsAreOfTheCameraThatIsChosen() throws Exception {
        Camera garden = add("Garden");
        navigate(SettingsView.class);
        assertThat(field("camera-name").getValue()).isEqualTo("Front door");

        test(named(Button.class, "Change Garden")).click();
        field("camera-name").setValue("Shed");
        test(button("Save")).click();

        assertThat(cameras.find(garden.id()).orElseThrow().name()).isEqualTo("Shed");
        assertThat(cameras.first().name()).isEqualTo("Front door");
    }

    @Test
    void camerasAreMovedAndRemoved() throws Exception {
        add("Garden");
        navigate(SettingsView.class);
        test(named(Button.class, "Move Garden up")).click();
        assertThat(names()).containsExactly("Garden", "Front door");

        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            assertThat(named(Button.class, "Move Garden up").isEnabled()).isFalse();
        });
        test(named(Button.class, "Remove Garden")).click();
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(names()).containsExactly("Front door");
    }

    @Test
    void whoeverLeavesWithUnsavedChangesIsAsked() {
        int before = settings.current().framesPerSecond();
        navigate(SettingsView.class);
        frames().setValue(before - 1);

        leave();
        test($(ConfirmDialog.class).single()).cancel();
        assertThat(getCurrentView()).isInstanceOf(SettingsView.class);
        assertThat(frames().getValue()).isEqualTo(before - 1);

        leave();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(getCurrentView()).isInstanceOf(LogsView.class);
        assertThat(settings.current().framesPerSecond()).isEqualTo(before - 1);
    }

    @Test
    void whatIsDiscardedIsNotSaved() {
        int before = settings.current().framesPerSecond();
        navigate(SettingsView.class);
        frames().setValue(before - 2);

        leave();
        test($(ConfirmDialog.class).single()).reject();

        assertThat(getCurrentView()).isInstanceOf(LogsView.class);
        assertThat(settings.current().framesPerSecond()).isEqualTo(before);
    }

    @Test
    void whatAChangeWillMeanIsSaidBeforeItIsSaved() {
        navigate(SettingsView.class);
        frames().setValue(15);

        await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            roundTrip();
            assertThat($(Span.class).withClassName("pl-save-means").single().getText())
                    .startsWith("Recordings will take about ")
                    .contains(" an hour. There is room for about ");
        });
    }

    private void leave() {
        UI.getCurrent().navigate(LogsView.class);
    }

    private Camera add(String name) throws Exception {
        return AsOwner.call(() -> cameras.add(new Camera(Cameras.NEW, name, "demo", 640, 360)));
    }

    private List<String> names() {
        return cameras.all().stream().map(Camera::name).toList();
    }

    private IntegerField frames() {
        return $(IntegerField.class)
                .withCondition(field -> field.getAriaLabelledBy().orElse("").equals("setting-frames-per-second"))
                .single();
    }

    private TextField field(String name) {
        return $(TextField.class)
                .withCondition(field -> field.getAriaLabelledBy().orElse("").equals("setting-" + name))
                .single();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }
}
