package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.camera.Cameras;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InvalidInput.Problem;

/** The fields of the settings page: what stands in them, and what is wrong with it. */
final class SettingsFields {

    final TextField cameraName = new TextField();
    final TextField source = new TextField();
    final ComboBox<String> resolution = new ComboBox<>();
    final IntegerField framesPerSecond = new IntegerField();
    final TextField recordingsFolder = new TextField();
    final Checkbox recordEverySession = new Checkbox();
    final IntegerField preRoll = new IntegerField();
    final RoomFields room = new RoomFields();
    private final List<AbstractField<?, ?>> all;
    private final Map<AbstractField<?, ?>, @Nullable Object> filled = new HashMap<>();
    private final FieldProblems problems = new FieldProblems()
            .at(Cameras.CAMERA_NAME, cameraName)
            .at(Cameras.SOURCE, source)
            .at(Cameras.RESOLUTION, resolution)
            .at(HouseSettings.FRAMES_PER_SECOND, framesPerSecond)
            .at(HouseSettings.RECORDINGS_FOLDER, recordingsFolder)
            .at(HouseSettings.PRE_ROLL, preRoll);

    /** @param changed told after each change of a field */
    SettingsFields(Runnable changed) {
        source.setPlaceholder(translate("settings.automaticField"));
        source.setAutocapitalize(Autocapitalize.NONE);
        recordingsFolder.setAutocapitalize(Autocapitalize.NONE);
        resolution.setItems("640 × 480", "800 × 600", "1280 × 720", "1920 × 1080");
        resolution.setAllowCustomValue(true);
        resolution.addCustomValueSetListener(typed -> resolution.setValue(typed.getDetail()));
        framesPerSecond.setSuffixComponent(new Span(translate("settings.unitASecond")));
        preRoll.setSuffixComponent(new Span(translate("settings.unitSeconds")));
        room.addTo(problems);
        recordEverySession.addClassName("pl-switch");
        List.of(cameraName, source, recordingsFolder).forEach(field -> field.setValueChangeMode(ValueChangeMode.LAZY));
        List.of(framesPerSecond, preRoll).forEach(field -> field.setValueChangeMode(ValueChangeMode.LAZY));
        all = Stream.<AbstractField<?, ?>>concat(
                        Stream.of(
                                cameraName,
                                source,
                                resolution,
                                framesPerSecond,
                                recordingsFolder,
                                recordEverySession,
                                preRoll),
                        room.all().stream())
                .toList();
        all.forEach(field -> field.addValueChangeListener(change -> {
            mark(field);
            changed.run();
        }));
    }

    /** Shows whether something else stands in it than it was filled with. */
    private void mark(AbstractField<?, ?> field) {
        field.getElement().getClassList().set("changed", !Objects.equals(field.getValue(), filled.get(field)));
    }

    SettingsDraft typed() {
        String size = resolution.getValue();
        return new SettingsDraft(
                cameraName.getValue(),
                source.getValue(),
                size == null ? "" : size,
                framesPerSecond.getValue(),
                recordingsFolder.getValue(),
                recordEverySession.getValue(),
                preRoll.getValue(),
                room.typed());
    }

    void fill(SettingsDraft draft) {
        cameraName.setValue(draft.cameraName());
        source.setValue(draft.source());
        resolution.setValue(draft.resolution());
        framesPerSecond.setValue(draft.framesPerSecond());
        recordingsFolder.setValue(draft.recordingsFolder());
        recordEverySession.setValue(draft.recordEverySession());
        preRoll.setValue(draft.preRoll());
        room.fill(draft.room());
        all.forEach(field -> {
            filled.put(field, field.getValue());
            mark(field);
        });
    }

    void leadToProblem() {
        problems.leadToFirst();
    }

    /** Says at each field what is wrong with it; with nothing wrong, takes back what was said. */
    void show(List<Problem> wrong) {
        problems.show(wrong);
    }
}
