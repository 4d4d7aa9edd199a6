package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.porchlight.account.CurrentMember;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Capture;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.Viewings;

/**
 * All cameras at once. Each tile holds a viewing of its own, which begins and ends with the page, or with its camera; a camera
 * that is lost or shut keeps the others from nothing. What has to happen in the browser is in {@code frontend/cameras.ts}.
 */
@Route(value = "cameras", layout = MainLayout.class)
@PermitAll
@Tag("porchlight-cameras")
@JsModule("./cameras.ts")
@StyleSheet("cameras.css")
public class CamerasView extends HtmlContainer
        implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {

    /** A browser reads so many streams of one server, and no more; the other cameras are shown picture by picture. */
    private static final int STREAMS = 4;

    private final transient Cameras cameras;
    private final transient Viewings viewings;
    private final transient CurrentMember who;
    private final transient LiveNews news;
    private final transient ShutterWords shutterWords;
    private final transient Refresh refresh = new Refresh(this::refresh);

    private final Map<Long, CameraTile> tiles = new LinkedHashMap<>();
    private List<Capture.Subscription> subscriptions = List.of();

    CamerasView(Cameras cameras, Viewings viewings, CurrentMember who, LiveNews news, Clock clock, ZoneId zone) {
        this.cameras = cameras;
        this.viewings = viewings;
        this.who = who;
        this.news = news;
        shutterWords = new ShutterWords(clock, zone);
        addClassName("pl-cameras");
        getElement().setAttribute("role", "list").setAttribute("aria-label", translate("cameras.label"));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        look(attach.getUI());
    }

    /** Whoever asks for this page again keeps it, and looks again. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getUI().ifPresent(this::look);
    }

    private void look(UI ui) {
        if (subscriptions.isEmpty()) {
            subscriptions =
                    List.of(news.subscribe(() -> refresh.soon(ui), this::heardOfEnd, reader -> letGo(reader, ui)));
            refresh();
        }
    }

    /** Ends the viewings now: not when the page that is opened next has been built. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        leave();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        leave();
    }

    private void leave() {
        subscriptions.forEach(Capture.Subscription::close);
        subscriptions = List.of();
        tiles.values().forEach(CameraTile::leave);
    }

    /** A sign of life from the page; tiles that slept longer than their lease go on with viewings of their own. */
    @ClientCallable
    void alive() {
        if (!subscriptions.isEmpty()) {
            tiles.values().forEach(CameraTile::renew);
        }
    }

    private void heardOfEnd(Viewing ended) {
        List.copyOf(tiles.values()).forEach(tile -> tile.heardOfEnd(ended));
    }

    private void letGo(Viewing reader, UI ui) {
        ui.accessLater(() -> tiles.values().forEach(tile -> tile.letGo(reader)), () -> {})
                .run();
    }

    private void refresh() {
        if (subscriptions.isEmpty()) { // left meanwhile
            return;
        }
        List<Camera> all = cameras.all();
        if (!all.stream().map(Camera::id).toList().equals(List.copyOf(tiles.keySet()))) {
            arrange(all);
        }
        tiles.forEach((id, tile) -> cameras.find(id).ifPresent(tile::show));
    }

    /** A tile for each, in their order; those that stay go on with what they show. */
    private void arrange(List<Camera> all) {
        Map<Long, CameraTile> before = new LinkedHashMap<>(tiles);
        tiles.clear();
        for (Camera camera : all) {
            CameraTile tile = before.remove(camera.id());
            tiles.put(
                    camera.id(),
                    tile != null
                            ? tile
                            : new CameraTile(
                                    cameras, new HeldViewing(viewings, who), shutterWords, tiles.size() < STREAMS));
        }
        before.values().forEach(CameraTile::leave);
        before.values().forEach(this::remove);
        int at = 0;
        for (CameraTile tile : tiles.values()) {
            if (indexOf(tile) != at) {
                addComponentAtIndex(at, tile);
            }
            at++;
        }
    }

    @Override
    public String getPageTitle() {
        return translate("title.live");
    }
}
