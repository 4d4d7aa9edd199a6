package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.porchlight.camera.Camera;

/** From one camera to another: all of them, each by its name, the one before and the one after. Not there while there is one. */
final class CameraSwitcher extends Nav {

    /** Within the row alone: {@code scrollIntoView} would move the page behind it too. */
    private static final String IN_SIGHT =
            "this.parentElement.scrollLeft = this.offsetLeft - (this.parentElement.clientWidth - this.offsetWidth) / 2";

    private List<Camera> shown = List.of();
    private long current;

    CameraSwitcher() {
        addClassName("pl-cams");
        setAriaLabel(translate("cameras.label"));
        setVisible(false);
    }

    void show(List<Camera> cameras, long camera) {
        if (cameras.equals(shown) && camera == current) {
            return;
        }
        shown = cameras;
        current = camera;
        removeAll();
        setVisible(cameras.size() > 1);
        if (cameras.size() < 2) {
            return;
        }
        int at = Math.max(0, cameras.stream().map(Camera::id).toList().indexOf(camera));
        Anchor all = new Anchor("cameras", translate("cameras.all"));
        all.addClassName("pl-cams-all");
        add(all, arrow("‹", "pl-prev", "cameras.previous", cameras.get(Math.floorMod(at - 1, cameras.size()))));
        cameras.forEach(other -> add(named(other)));
        add(arrow("›", "pl-next", "cameras.next", cameras.get((at + 1) % cameras.size())));
    }

    private Anchor named(Camera camera) {
        Anchor link = new Anchor(LiveAddress.of(camera), camera.name());
        link.addClassName("pl-cams-name");
        if (camera.id() == current) {
            link.getElement().setAttribute("aria-current", "page");
            link.getElement().executeJs(IN_SIGHT);
        }
        return link;
    }

    private static Anchor arrow(String sign, String kind, String key, Camera camera) {
        Anchor link = new Anchor(LiveAddress.of(camera), new Span(sign));
        link.addClassNames("pl-cams-arrow", kind);
        link.getElement().setAttribute("aria-label", translate(key, camera.name()));
        return link;
    }
}
