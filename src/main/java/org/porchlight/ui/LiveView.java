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
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.camera.Shutter;
import org.porchlight.camera.Shutters;
import org.porchlight.media.Capture;
import org.porchlight.media.CaptureStatus;
import org.porchlight.media.Sentence;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.RecordingNow;
import org.porchlight.recording.RoomWatch;
import org.porchlight.settings.HouseSettings;
import org.porchlight.viewing.Disconnections;
import org.porchlight.viewing.LastSnapshots;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.Viewings;

/**
 * The door, live. Opening the page begins a viewing, leaving it ends one; the picture itself never comes through Vaadin, only
 * what is said about it. What has to happen in the browser is in {@code frontend/live.ts}.
 */
@Route(value = "", layout = MainLayout.class)
@RouteAlias(value = "camera/:camera([0-9]{1,18})", layout = MainLayout.class)
@PermitAll
@Tag("porchlight-live")
@JsModule("./live.ts")
@StyleSheet("live.css")
@StyleSheet("cameras.css")
public class LiveView extends HtmlContainer
        implements BeforeEnterObserver, AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final transient Cameras cameras;
    private final transient RoomWatch room;
    private final transient HouseSettings settings;
    private final transient LiveAddress address;
    private final transient LiveNews news;
    private final transient LastSnapshots snapshots;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private final transient HeldViewing viewing;
    private final transient Refresh refresh = new Refresh(this::refresh);

    private final LivePicture picture = new LivePicture();
    private final Watchers watchers;
    private final LiveTop top;
    private final ConnectionSign connection = new ConnectionSign();
    private final SnapshotLink snapshot = new SnapshotLink();
    private final RecordButton record = new RecordButton();
    private final SavedNote saved;
    private final RecordingNote note = new RecordingNote();
    private final Span announcement = new Span();
    private final LostPanel lost;
    private final transient LiveShutter shutter;
    private final CameraSwitcher switcher = new CameraSwitcher();

    private long wanted;
    private @Nullable Sentence refused;
    private List<Capture.Subscription> subscriptions = List.of();

    LiveView(
            Viewings viewings,
            Disconnections disconnections,
            Cameras cameras,
            RoomWatch room,
            HouseSettings settings,
            Shutters shutters,
            LiveAddress address,
            LiveNews news,
            LastSnapshots snapshots,
            CurrentMember who,
            Clock clock,
            ZoneId zone) {
        this.cameras = cameras;
        this.room = room;
        this.settings = settings;
        this.address = address;
        this.news = news;
        this.snapshots = snapshots;
        this.clock = clock;
        this.zone = zone;
        viewing = new HeldViewing(viewings, who);
        watchers = new Watchers(other -> disconnections.disconnect(other.id()));
        saved = new SavedNote(() -> attempt(() -> snapshots.keep(viewing.id())));
        shutter = new LiveShutter(shutters, clock, zone, this::refresh);
        top = new LiveTop(watchers, shutter.menu);
        lost = new LostPanel(
                () -> cameras.capture(viewing.cameraId()).tryNow(),
                viewing.member().owner());
        record.addClickListener(click -> attempt(() -> viewing.toggleRecording(!record.isOn())));
        announcement.addClassName("pl-hidden");
        announcement.getElement().setAttribute("role", "status");
        Div frame = new Div();
        frame.addClassName("pl-recframe");
        addClassName("pl-live");
        add(
                picture,
                top,
                switcher,
                new LiveControls(saved, note, connection, snapshot, record),
                frame,
                lost,
                shutter.panel,
                new EndedPanel(() -> watch(viewing.cameraId())),
                new GonePanel(),
                announcement);
    }

    // ---- Watching

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address.camera(event, viewing.member()).ifPresent(camera -> wanted = camera);
    }

    /** From one camera to another the page stays. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (isAttached() && viewing.cameraId() != wanted) {
            show(wanted, getUI().orElseThrow());
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        show(wanted, attach.getUI());
        getElement().executeJs("this.heard($0)", alive());
    }

    /** Shows a camera from now on; a viewing of another, if the page holds one, ends. */
    private void show(long camera, UI ui) {
        subscriptions.forEach(Capture.Subscription::close);
        watch(camera);
        Runnable refreshes = () -> refresh.soon(ui);
        subscriptions = List.of(
                cameras.capture(camera).onStatus(status -> news.wake(refreshes)),
                news.subscribe(refreshes, viewing::heardOfEnd, reader -> letGo(reader, ui)));
    }

    /** Ends the viewing, and its recording, now: not when the page that is opened next has been built. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (event.getNavigationTarget() != LiveView.class) { // else this page stays
            viewing.end();
        }
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        subscriptions.forEach(Capture.Subscription::close);
        viewing.end();
    }

    /** Begins a viewing and shows its picture; behind a closed shutter there is nothing to look at. */
    private void watch(long camera) {
        refused = null;
        if (cameras.isOpen(camera)) {
            look(camera);
        } else {
            rest(camera);
        }
        refresh();
    }

    private void look(long camera) {
        viewing.begin(camera);
        picture.show(camera, viewing.id());
        snapshot.of(viewing);
    }

    private void rest(long camera) {
        viewing.rest(camera);
        picture.stop();
    }

    /**
     * A sign of life from the page. A page that slept longer than its lease goes on with a viewing of its own.
     *
     * @return the time to show
     */
    @ClientCallable
    Beat alive() {
        if (viewing.renew()) {
            watch(viewing.cameraId());
        }
        Instant now = clock.instant();
        return new Beat(now.toEpochMilli(), zone.getRules().getOffset(now).getTotalSeconds() * 1000L);
    }

    /** What the page sets its clock by: milliseconds since 1970, and what the house is ahead of UTC. */
    record Beat(long now, long offsetMs) {}

    /** The browser has found that pictures come late, or in time again. */
    @ClientCallable
    void late(boolean isLate) {
        viewing.late(isLate);
        refresh();
    }

    /** On a thread that knows nothing of pages. */
    private void letGo(Viewing reader, UI ui) {
        if (viewing.is(reader)) {
            ui.accessLater(picture::brokeOff, () -> {}).run();
        }
    }

    private interface Attempt {
        void make() throws CannotRecord;
    }

    /** Does what was pressed; why it cannot be done is said over the picture. */
    private void attempt(Attempt pressed) {
        refused = null;
        try {
            pressed.make();
        } catch (CannotRecord problem) {
            refused = problem.sentence();
        }
        refresh();
    }

    // ---- Showing

    private void refresh() {
        long cameraId = viewing.cameraId();
        Optional<Camera> found = cameras.find(cameraId);
        if (found.isEmpty()) { // an owner removed it
            getUI().ifPresent(ui -> ui.navigate(LiveView.class));
            return;
        }
        String name = found.get().name();
        showShutter(cameraId, name);
        CaptureStatus status = cameras.status(cameraId);
        switcher.show(cameras.all(), cameraId);
        picture.name(name);
        snapshot.name(name);
        showConnection(cameras.sourceInUse(cameraId).isDemo(), status);
        showState(name, status);
        watchers.show(viewing.member(), viewing.ofThisCamera());
        showRecording(viewing.recording(), status.encoding().problem());
        setClassName("saved", saved.show(snapshots.of(viewing.id()), clock.instant()));
        setClassName("ended", viewing.disconnected());
        if (viewing.disconnected()) {
            picture.stop();
        }
    }

    /** The look is over when somebody closes it, and begins anew when it is opened. */
    private void showShutter(long camera, String name) {
        Optional<Shutter> closed = cameras.shutter(camera);
        if (closed.isPresent() && viewing.id() != 0) {
            rest(camera);
        } else if (closed.isEmpty() && viewing.id() == 0 && !viewing.disconnected()) {
            look(camera);
        }
        setClassName("shut", closed.isPresent());
        shutter.show(camera, name, closed);
    }

    private void showState(String name, CaptureStatus status) {
        boolean isShut = shutter.isClosed();
        boolean noPicture = !isShut && !status.streaming() && status.why() != null;
        setClassName("lost", noPicture);
        setClassName("connecting", !isShut && !status.streaming() && !noPicture);
        top.show(
                name,
                translate(
                        isShut
                                ? "shutter.sign"
                                : status.streaming()
                                        ? "live.state"
                                        : noPicture ? "live.stateLost" : "live.stateConnecting"));
        attribute("retry-at", status.retryAt());
        if (noPicture) {
            lost.show(status, zone, getLocale());
        }
        lost.setVisible(noPicture);
        announcement.setText(isShut ? shutter.said() : noPicture ? lost.said() : status.streaming() ? saidLive() : "");
    }

    /** Without figures: it is said anew only when it is another. */
    private String saidLive() {
        String slow = ConnectionSign.why(viewing.pace());
        return slow.isEmpty() ? translate("live.said") : slow;
    }

    private void showConnection(boolean isDemo, CaptureStatus status) {
        if (status.streaming()) {
            viewing.measure(status.framesPerSecond(), settings.current().framesPerSecond());
        }
        connection.show(viewing.rate(), viewing.pace(), isDemo);
        connection.setVisible(status.streaming());
    }

    private void showRecording(RecordingNow recording, @Nullable Sentence trouble) {
        setClassName("recording", recording.isOn());
        record.show(recording);
        attribute("recording-since", recording.state() == RecordingNow.State.RUNNING ? recording.since() : null);
        Sentence problem = recording.isOn() ? null : recording.problem();
        Sentence disk = viewing.member().owner() ? room.problem().orElse(null) : null;
        setClassName("noted", note.show(refused, problem, trouble, disk));
    }

    private void attribute(String name, @Nullable Instant instant) {
        if (instant == null) {
            getElement().removeAttribute(name);
        } else {
            getElement().setAttribute(name, String.valueOf(instant.toEpochMilli()));
        }
    }

    @Override
    public String getPageTitle() {
        return translate("title.live");
    }
}
