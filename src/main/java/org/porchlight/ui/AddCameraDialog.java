package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.settings.InvalidInput;

/** Adds a camera: what it reads, tried before it is saved, and what it is called. */
final class AddCameraDialog extends Dialog {

    private final transient Cameras cameras;
    private final transient Consumer<Camera> onAdded;
    private final SourceChooser sources;
    private final TextField name = new TextField();

    AddCameraDialog(Cameras cameras, SourceChooser sources, Consumer<Camera> onAdded) {
        this.cameras = cameras;
        this.sources = sources;
        this.onAdded = onAdded;
        addClassName("pl-add-camera");
        setHeaderTitle(translate("cameras.add"));
        setWidth("min(620px, 100%)");
        name.setLabel(translate("cameras.newName"));
        name.setPlaceholder(translate("cameras.newNameExample"));
        name.setWidthFull();
        add(sources, name);
        Button add = new Button(translate("cameras.addIt"), click -> save());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(translate("cameras.cancel"), click -> close()), add);
    }

    private void save() {
        FieldProblems problems = sources.problems().at(Cameras.CAMERA_NAME, name);
        problems.clear();
        Camera first = cameras.first();
        try {
            Camera added = cameras.add(
                    new Camera(Cameras.NEW, name.getValue(), sources.source(), first.width(), first.height()));
            close();
            onAdded.accept(added);
        } catch (InvalidInput invalid) {
            problems.show(invalid.problems());
        }
    }
}
