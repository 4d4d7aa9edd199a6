package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.camera.Shutter;
import org.porchlight.camera.Shutters;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InvalidInput;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The cameras on the settings page, in their order: which one the fields beneath are of, and what can be done to each. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class CameraList extends Div {

    private final transient Cameras cameras;
    private final transient Shutters shutters;
    private final transient HouseSettings settings;
    private final transient ShutterWords shutterWords;
    private transient Consumer<Camera> onChosen = camera -> {};
    private List<?> shown = List.of();

    CameraList(Cameras cameras, Shutters shutters, HouseSettings settings, Clock clock, ZoneId zone) {
        this.cameras = cameras;
        this.shutters = shutters;
        this.settings = settings;
        shutterWords = new ShutterWords(clock, zone);
        addClassName("pl-camera-list");
    }

    /** Tells this one from now on when somebody wants the fields to be of another camera. */
    void tell(Consumer<Camera> chosen) {
        onChosen = chosen;
    }

    /** What is so now. A row that is just being used is not replaced while nothing has changed. */
    void show(long chosen) {
        List<Camera> all = cameras.all();
        List<?> now = List.of(all, all.stream().map(this::state).toList(), chosen);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        removeAll();
        all.forEach(camera -> add(row(camera, all, camera.id() == chosen)));
    }

    private Div row(Camera camera, List<Camera> all, boolean chosen) {
        Button name = new Button(camera.name(), click -> onChosen.accept(camera));
        name.addClassName("pl-camera-choose");
        name.setAriaLabel(translate("cameras.choose", camera.name()));
        if (chosen) {
            name.getElement().setAttribute("aria-current", "true");
        }
        Paragraph about = new Paragraph(state(camera));
        about.addClassName("pl-setting-why");
        Div words = new Div(name, about);
        words.addClassName("pl-person-words");
        Div row = new Div(words);
        row.addClassName("pl-person");
        row.setClassName("chosen", chosen && all.size() > 1);
        if (all.size() > 1) {
            int at = all.indexOf(camera);
            row.add(move(camera, all, at, at - 1), move(camera, all, at, at + 1));
        }
        row.add(shutter(camera));
        if (all.size() > 1) {
            row.add(remove(camera));
        }
        return row;
    }

    private String state(Camera camera) {
        Optional<Shutter> shutter = cameras.shutter(camera.id());
        String state =
                new CameraWords(cameras.status(camera.id()), settings.current().framesPerSecond()).state();
        return (shutter.isEmpty() ? state : shutterWords.sentence(shutter.get())) + " · "
                + cameras.sourceInUse(camera.id()).display();
    }

    private Button move(Camera camera, List<Camera> all, int from, int to) {
        boolean up = to < from;
        Button move = new Button(Icons.UP.create(), click -> {
            List<Long> order = new ArrayList<>(all.stream().map(Camera::id).toList());
            Collections.swap(order, from, to);
            cameras.reorder(order);
        });
        move.addClassNames("pl-camera-move", up ? "up" : "down");
        move.setAriaLabel(translate(up ? "cameras.up" : "cameras.down", camera.name()));
        move.setTooltipText(translate(up ? "cameras.up" : "cameras.down", camera.name()));
        move.setEnabled(to >= 0 && to < all.size());
        return move;
    }

    private Component shutter(Camera camera) {
        if (cameras.shutter(camera.id()).isEmpty()) {
            return new ShutterMenu(shutters, shutterWords).of(camera.id(), camera.name());
        }
        Button open = new Button(translate("shutter.open"), click -> shutters.open(camera.id()));
        open.setAriaLabel(translate("shutter.openOf", camera.name()));
        return open;
    }

    private Button remove(Camera camera) {
        Button remove = new Button(
                Icons.TRASH.create(),
                click -> new SureDialog(
                                translate("cameras.removeSure", camera.name()),
                                translate("cameras.removeMeans"),
                                translate("cameras.remove"),
                                () -> remove(camera.id()))
                        .open());
        remove.setAriaLabel(translate("cameras.removeOf", camera.name()));
        remove.setTooltipText(translate("cameras.removeOf", camera.name()));
        return remove;
    }

    private void remove(long camera) {
        try {
            cameras.remove(camera);
        } catch (InvalidInput meanwhile) {
            shown = List.of(); // somebody else removed the others: this one stays
        }
    }
}
