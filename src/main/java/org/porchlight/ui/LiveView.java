package org.porchlight.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Capture;
import org.porchlight.media.CaptureStatus;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.RecordingNow;
import org.porchlight.recording.RoomWatch;
import org.porchlight.viewing.Disconnections;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.Viewings;

/**
 * The door, live. Opening the page begins a viewing, leaving it ends one; the picture itself never comes through Vaadin, only
 * what is said about it. What has to happen in the browser is in {@code frontend/live.ts}.
 */
@Route(value = "", layout = MainLayout.class)
@PageTitle("Live")
@PermitAll
@Tag("porchlight-live")
@JsModule("./live.ts")
@StyleSheet("live.css")
public class LiveView extends HtmlContainer implements BeforeLeaveObserver {

    private final transient Viewings viewings;
    private final transient Cameras cameras;
    private final transient RoomWatch room;
    private final transient LiveNews news;
    private final transient CurrentMember who;
    private final transient Clock clock;
    private final transient ZoneId zone;
    private final transient Member member;
    private final AtomicBoolean refreshing = new AtomicBoolean();

    private final LivePicture picture = new LivePicture();
    private final Span cameraName = new Span();
    private final Span state = new Span();
    private final Watchers watchers;
    private final Span rate = new Span();
    private final Span demo = new Span(" · Demo picture");
    private final Div connection = connection();
    private final RecordButton record = new RecordButton();
    private final Anchor snapshot = new Anchor();
    private final RecordingNote note = new RecordingNote();
    private final Span announcement = new Span();
    private final LostPanel lost;

    private volatile long viewingId;
    private volatile boolean disconnected;
    private long cameraId;
    private @Nullable String refused;
    private DeliveryRate delivered = new DeliveryRate(System.nanoTime());
    private List<Capture.Subscription> subscriptions = List.of();

    LiveView(
            Viewings viewings,
            Disconnections disconnections,
            Cameras cameras,
            RoomWatch room,
            LiveNews news,
            CurrentMember who,
            Clock clock,
            ZoneId zone) {
        this.viewings = viewings;
        this.cameras = cameras;
        this.room = room;
        this.news = news;
        this.clock = clock;
        this.zone = zone;
        this.who = who;
        member = who.get();
        watchers = new Watchers(other -> disconnections.disconnect(other.id()));
        lost = new LostPanel(() -> cameras.capture(cameraId).tryNow(), member.owner());
        addClassName("pl-live");
        record.addClickListener(click -> toggleRecording());
        add(picture, top(), bottom(), frame(), lost, ended(), new GonePanel(), announcement());
    }

    // ---- What is on the page

    private Div top() {
        cameraName.addClassName("pl-cam");
        state.addClassName("pl-state");
        Span dot = new Span();
        dot.addClassName("pl-dot");
        Span time = new Span();
        time.addClassNames("pl-clock", "pl-num");
        Span recordingDot = new Span();
        recordingDot.addClassNames("pl-dot", "rec");
        Span recordingSign = new Span(recordingDot, new Span("REC"));
        recordingSign.addClassName("pl-recsign");
        Div meta = new Div(dot, state, time, recordingSign);
        meta.addClassName("pl-meta");
        Div identity = new Div(cameraName, meta);
        identity.addClassName("pl-id");
        Div top = new Div(identity, watchers);
        top.addClassName("pl-top");
        return top;
    }

    /** How the picture comes, which the browser knows, and what of it. */
    private Div connection() {
        Span way = new Span();
        way.addClassName("pl-way");
        rate.addClassName("pl-rate");
        Div connection = new Div(Icons.BARS.create(), new Span(way, rate, demo));
        connection.addClassNames("pl-conn", "pl-num");
        return connection;
    }

    private Div bottom() {
        snapshot.add(Icons.SNAPSHOT.create());
        snapshot.addClassNames("pl-round", "pl-snapshot");
        snapshot.setAriaLabel("Save a snapshot");
        snapshot.getElement().setAttribute("title", "Snapshot (S)").setAttribute("router-ignore", true);
        Button full = new Button(Icons.EXPAND.create());
        full.addClassNames("pl-round", "pl-full");
        full.setAriaLabel("Full screen");
        full.getElement().setAttribute("title", "Full screen (F)");
        Div dock = new Div(snapshot, record, full);
        dock.addClassName("pl-dock");
        Div bottom = new Div(note, connection, dock, new QualityMenu());
        bottom.addClassName("pl-bottom");
        return bottom;
    }

    private static Div frame() {
        Div frame = new Div();
        frame.addClassName("pl-recframe");
        return frame;
    }

    private Div ended() {
        Button again = new Button("Watch again", Icons.PLAY.create(), click -> watch());
        again.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(again);
        actions.addClassName("pl-acts");
        Div panel = new Div(new H2("This viewing has ended"), new Paragraph("An owner ended it."), actions);
        panel.addClassNames("pl-panel", "pl-ended");
        return panel;
    }

    private Span announcement() {
        announcement.addClassName("pl-hidden");
        announcement.getElement().setAttribute("role", "status");
        return announcement;
    }

    // ---- Watching

    @Override
    protected void onAttach(AttachEvent attach) {
        cameraId = cameras.first().id();
        watch();
        UI ui = attach.getUI();
        Runnable refresh = () -> refreshSoon(ui);
        subscriptions = List.of(
                cameras.capture(cameraId).onStatus(status -> news.wake(refresh)),
                news.subscribe(refresh, this::ended, reader -> letGo(reader, ui)));
        getElement().executeJs("this.heard($0)", alive());
    }

    /** Ends the viewing, and its recording, now: not when the page that is opened next has been built. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (event.getNavigationTarget() != LiveView.class) { // else this page stays
            viewings.end(viewingId, EndReason.LEFT);
        }
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        subscriptions.forEach(Capture.Subscription::close);
        subscriptions = List.of();
        viewings.end(viewingId, EndReason.LEFT);
    }

    /** Begins a viewing and shows its picture. */
    private void watch() {
        VaadinSession session = VaadinSession.getCurrent();
        String http = session.getSession().getId();
        viewingId = viewings.begin(member, cameraId, http, Device.of(session.getBrowser()))
                .id();
        if (who.isOver(http)) { // just now: whoever told the viewings did not know this one yet
            viewings.end(viewingId, EndReason.SIGNED_OUT);
        }
        disconnected = false;
        refused = null;
        picture.show(cameraId, viewingId);
        delivered = new DeliveryRate(System.nanoTime());
        snapshot.setHref("live/" + cameraId + ".jpg?viewing=" + viewingId);
        refresh();
    }

    /**
     * A sign of life from the page. A page that slept longer than its lease goes on with a viewing of its own.
     *
     * @return the time to show
     */
    @ClientCallable
    Beat alive() {
        if (!viewings.renew(viewingId) && !disconnected && who.find().equals(Optional.of(member))) {
            watch();
        }
        Instant now = clock.instant();
        return new Beat(now.toEpochMilli(), zone.getRules().getOffset(now).getTotalSeconds() * 1000L);
    }

    /** What the page sets its clock by: milliseconds since 1970, and what the house is ahead of UTC. */
    record Beat(long now, long offsetMs) {}

    /** On any thread: somebody else may have ended this page's viewing, and then it does not go on by itself. */
    private void ended(Viewing viewing) {
        if (viewing.id() == viewingId && viewing.endReason() == EndReason.DISCONNECTED) {
            disconnected = true;
        }
    }

    /** On a thread that knows nothing of pages. */
    private void letGo(Viewing reader, UI ui) {
        if (reader.id() == viewingId) {
            ui.accessLater(picture::brokeOff, () -> {}).run();
        }
    }

    private void toggleRecording() {
        refused = null;
        try {
            if (record.isOn()) {
                viewings.stopRecording(viewingId);
            } else {
                viewings.record(viewingId);
            }
        } catch (CannotRecord problem) {
            refused = problem.sentence();
        }
        refresh();
    }

    // ---- Showing

    /** Called on threads that know nothing of pages. Many calls at once make one refresh. */
    private void refreshSoon(UI ui) {
        if (refreshing.compareAndSet(false, true)) {
            try {
                ui.access(() -> {
                    refreshing.set(false);
                    refresh();
                });
            } catch (UIDetachedException closed) {
                refreshing.set(false);
            }
        }
    }

    private void refresh() {
        Optional<Camera> found = cameras.find(cameraId);
        if (found.isEmpty()) {
            return;
        }
        Camera camera = found.get();
        CaptureStatus status = cameras.status(cameraId);
        cameraName.setText(camera.name());
        picture.name(camera.name());
        snapshot.getElement()
                .setAttribute("download", camera.name() + ".jpg")
                .setAttribute("data-camera", camera.name());
        showState(status);
        boolean isDemo = cameras.sourceInUse(cameraId).isDemo();
        rate.setText(delivered.words(viewings.delivery(viewingId), System.nanoTime()));
        demo.setVisible(isDemo);
        connection.setVisible(status.streaming());
        watchers.show(
                member,
                viewings.open().stream()
                        .filter(other -> other.cameraId() == cameraId)
                        .toList());
        showRecording(viewings.recording(viewingId), status.encoding().problem());
        setClassName("ended", disconnected);
        if (disconnected) {
            picture.stop();
        }
    }

    private void showState(CaptureStatus status) {
        boolean noPicture = !status.streaming() && status.why() != null;
        setClassName("lost", noPicture);
        setClassName("connecting", !status.streaming() && !noPicture);
        state.setText(status.streaming() ? "LIVE" : noPicture ? "NO PICTURE" : "CONNECTING");
        attribute("retry-at", status.retryAt());
        if (noPicture) {
            lost.show(status, zone);
        }
        lost.setVisible(noPicture);
        announcement.setText(noPicture ? lost.said() : status.streaming() ? "The picture is live." : "");
    }

    private void showRecording(RecordingNow recording, @Nullable String trouble) {
        setClassName("recording", recording.isOn());
        record.show(recording);
        attribute("recording-since", recording.state() == RecordingNow.State.RUNNING ? recording.since() : null);
        String problem = recording.isOn() ? null : recording.problem();
        String disk = member.owner() ? room.problem().orElse(null) : null;
        setClassName("noted", note.show(refused, problem, trouble, disk));
    }

    private void attribute(String name, @Nullable Instant instant) {
        if (instant == null) {
            getElement().removeAttribute(name);
        } else {
            getElement().setAttribute(name, String.valueOf(instant.toEpochMilli()));
        }
    }
}
