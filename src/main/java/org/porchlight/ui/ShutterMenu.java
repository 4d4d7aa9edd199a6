package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.camera.Shutters;

/** Closes the shutter of a camera for everybody, for as long as is chosen. */
final class ShutterMenu extends Div {

    private final transient Shutters shutters;
    private final Button close = new Button(Icons.VIDEO_OFF.create());
    private long camera;

    ShutterMenu(Shutters shutters, ShutterWords words) {
        this.shutters = shutters;
        ContextMenu menu = new ContextMenu(close);
        menu.setOpenOnClick(true);
        menu.addItem(translate("shutter.anHour"), click -> close(words.inAnHour()));
        menu.addItem(translate("shutter.morning"), click -> close(words.morning()));
        menu.addItem(translate("shutter.untilOpened"), click -> close(null));
        addClassName("pl-shutter-menu");
        add(close, menu);
    }

    /** For which camera it stands from now on. */
    ShutterMenu of(long cameraId, String name) {
        camera = cameraId;
        close.setAriaLabel(translate("shutter.close", name));
        close.setTooltipText(translate("shutter.closeForAll"));
        return this;
    }

    private void close(@Nullable Instant until) {
        shutters.close(camera, until);
    }
}
