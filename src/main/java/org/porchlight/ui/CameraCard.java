package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.function.Consumer;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.camera.SourceTrials;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The cameras on the settings page: their list, the fields of one of them, and what came of its settings. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class CameraCard extends SettingsCard {

    private final transient HouseSettings settings;
    private final transient Cameras cameras;
    private final transient SourceTrials trials;
    private final transient ObjectProvider<SourceChooser> sources;
    private final Span state = new Span();
    private final Paragraph sourceInUse = outcome();
    private final Paragraph rate = outcome();
    private final Paragraph encoder = outcome();
    private final CameraList list;
    private long shown;

    CameraCard(
            HouseSettings settings,
            Cameras cameras,
            SourceTrials trials,
            ObjectProvider<SourceChooser> sources,
            CameraList list) {
        super("camera", translate("settings.camera"), translate("settings.cameraAbout"));
        this.settings = settings;
        this.cameras = cameras;
        this.trials = trials;
        this.sources = sources;
        this.list = list;
        state.addClassName("pl-badge");
        with(state);
    }

    /**
     * Puts these fields onto it.
     *
     * @param choose told when somebody wants them to be of another camera
     */
    CameraCard over(SettingsFields fields, Consumer<Camera> choose) {
        list.tell(choose);
        Button add = new Button(
                translate("cameras.add"), click -> new AddCameraDialog(cameras, sources.getObject(), choose).open());
        Div adding = new Div(add);
        adding.addClassName("pl-camera-add");
        add(list, adding);
        add(new SettingRow<>(Cameras.CAMERA_NAME, "cameraName", fields.cameraName, "Front door", "Front door"));
        add(new SettingRow<>(Cameras.SOURCE, "source", fields.source, "", translate("settings.automatic"))
                .with(sourceInUse)
                .with(new SourceTry(trials, fields.source, () -> shown)));
        add(new SettingRow<>(Cameras.RESOLUTION, "resolution", fields.resolution, "1280 × 720", "1280 × 720"));
        int standard = Settings.defaults().framesPerSecond();
        add(new SettingRow<>(
                        HouseSettings.FRAMES_PER_SECOND,
                        "frames",
                        fields.framesPerSecond,
                        standard,
                        translate("settings.aSecond", standard))
                .with(rate)
                .with(encoder));
        return this;
    }

    /** Says what is so now of all of them, and of the one that the fields are of. */
    void show(Camera camera) {
        shown = camera.id();
        list.show(shown);
        CameraWords words =
                new CameraWords(cameras.status(shown), settings.current().framesPerSecond());
        state.setText(cameras.isOpen(shown) ? words.state() : translate("shutter.isClosed"));
        state.setClassName("ok", words.status().streaming());
        rate.setText(words.outcome());
        encoder.setText(words.encoder());
        boolean found = camera.source() == null;
        sourceInUse.setText(
                found ? translate("cameras.found", cameras.sourceInUse(shown).display()) : "");
        sourceInUse.setVisible(found);
    }

    private static Paragraph outcome() {
        Paragraph outcome = new Paragraph();
        outcome.addClassName("pl-setting-outcome");
        return outcome;
    }
}
