package org.porchlight.ui;

import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Optional;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.RecordingNow;
import org.porchlight.ui.DeliveryRate.Rate;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.Viewings;

/**
 * The viewing that an open live page holds: one at a time, from when it is shown a camera until it is left. Used by the page's
 * own threads, unless a method says more.
 */
final class HeldViewing {

    private final Viewings viewings;
    private final CurrentMember who;
    private final Member member;

    private volatile long id;
    private volatile boolean disconnected;
    private long cameraId;
    private DeliveryRate delivered = new DeliveryRate(System.nanoTime());
    private Pace pace = new Pace();

    HeldViewing(Viewings viewings, CurrentMember who) {
        this.viewings = viewings;
        this.who = who;
        member = who.get();
    }

    /** Begins a look through a camera; the one before it, if there was any, is over. */
    void begin(long camera) {
        end();
        VaadinSession session = VaadinSession.getCurrent();
        String http = session.getSession().getId();
        cameraId = camera;
        id = viewings.begin(member, camera, http, Device.of(session.getBrowser()))
                .id();
        if (who.isOver(http)) { // just now: whoever told the viewings did not know this one yet
            viewings.end(id, EndReason.SIGNED_OUT);
        }
        disconnected = false;
        delivered = new DeliveryRate(System.nanoTime());
        pace = new Pace();
    }

    /** Looks at nothing, but at this camera when that is possible again; the look before, if there was any, is over. */
    void rest(long camera) {
        end();
        id = 0;
        cameraId = camera;
    }

    /**
     * Somebody still looks.
     *
     * @return whether the viewing is over all the same, and may go on as another: the page slept longer than its lease
     */
    boolean renew() {
        return id != 0 && !viewings.renew(id) && !disconnected && who.find().equals(Optional.of(member));
    }

    /** Ends it, and its recording, now. */
    void end() {
        if (id != 0) {
            viewings.end(id, EndReason.LEFT);
        }
    }

    /** On any thread: somebody else may have ended this one, and then it does not go on by itself. */
    void heardOfEnd(Viewing viewing) {
        if (viewing.id() == id && viewing.endReason() == EndReason.DISCONNECTED) {
            disconnected = true;
        }
    }

    /** Begins a recording, or ends the one that runs. */
    void toggleRecording(boolean on) throws CannotRecord {
        if (on) {
            viewings.record(id);
        } else {
            viewings.stopRecording(id);
        }
    }

    RecordingNow recording() {
        return viewings.recording(id);
    }

    /**
     * Measures what comes, while there is a picture.
     *
     * @param camera pictures a second that the camera gives
     * @param wished pictures a second that are set
     */
    void measure(double camera, int wished) {
        if (delivered.look(viewings.delivery(id), System.nanoTime())) {
            delivered.rate().ifPresent(rate -> pace.measured(rate.pictures(), camera, wished));
        }
    }

    /** What this page gets. */
    Optional<Rate> rate() {
        return delivered.rate();
    }

    /** The browser says that pictures come late, or in time again. */
    void late(boolean isLate) {
        pace.late(isLate);
    }

    /** Whether it gets its pictures as it should. */
    Pace.Verdict pace() {
        return pace.verdict();
    }

    /** Who looks through the same camera, whoever that is. */
    List<Viewing> ofThisCamera() {
        return viewings.open().stream()
                .filter(other -> other.cameraId() == cameraId)
                .toList();
    }

    Member member() {
        return member;
    }

    long cameraId() {
        return cameraId;
    }

    /** Asked on any thread. */
    boolean is(Viewing viewing) {
        return viewing.id() == id;
    }

    /** 0 while it rests. */
    long id() {
        return id;
    }

    /** Whether an owner ended it. */
    boolean disconnected() {
        return disconnected;
    }
}
