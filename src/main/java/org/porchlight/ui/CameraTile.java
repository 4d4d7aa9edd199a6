package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.camera.Shutter;
import org.porchlight.media.CaptureStatus;
import org.porchlight.media.Sentence;
import org.porchlight.viewing.Viewing;

/** One camera among all of them: its live picture, its name, and what is the matter where there is none. */
final class CameraTile extends Div {

    private final transient Cameras cameras;
    private final transient HeldViewing viewing;
    private final transient ShutterWords shutterWords;
    private final LivePicture picture = new LivePicture();
    private final Image still = new Image();
    private final Anchor link = new Anchor();
    private final Span name = new Span();
    private final Span state = new Span();
    private final Span why = new Span();
    private final boolean streams;
    private long camera;

    /** @param streams whether its picture comes as a stream, or is asked for every few seconds */
    CameraTile(Cameras cameras, HeldViewing viewing, ShutterWords shutterWords, boolean streams) {
        this.cameras = cameras;
        this.viewing = viewing;
        this.shutterWords = shutterWords;
        this.streams = streams;
        addClassName("pl-tile");
        getElement().setAttribute("role", "listitem");
        Span dot = new Span();
        dot.addClassName("pl-dot");
        name.addClassName("pl-tile-name");
        state.addClassName("pl-tile-state");
        why.addClassName("pl-tile-why");
        Div words = new Div(name, new Span(dot, state));
        words.addClassName("pl-tile-words");
        still.addClassNames("pl-picture", "pl-still");
        add(streams ? picture : still, why, words, link);
    }

    /** What is so now; a look begins where it can, and is over where it cannot go on. */
    void show(Camera shown) {
        camera = shown.id();
        name.setText(shown.name());
        picture.name(shown.name());
        still.setAlt(shown.name());
        link.setHref(LiveAddress.of(shown));
        Optional<Shutter> shutter = cameras.shutter(camera);
        if (shutter.isPresent()) {
            viewing.rest(camera);
            stop();
        } else if (viewing.id() == 0 && !viewing.disconnected()) {
            begin();
        }
        CaptureStatus status = cameras.status(camera);
        Sentence none = status.why();
        boolean lost = shutter.isEmpty() && !status.streaming() && none != null;
        setClassName("shut", shutter.isPresent());
        setClassName("ended", viewing.disconnected());
        setClassName("lost", lost);
        setClassName("connecting", shutter.isEmpty() && !status.streaming() && !lost);
        state.setText(
                shutter.isPresent()
                        ? translate("shutter.sign")
                        : translate(
                                status.streaming() ? "live.state" : lost ? "live.stateLost" : "live.stateConnecting"));
        why.setText(
                viewing.disconnected()
                        ? translate("live.endedBy")
                        : shutter.map(shutterWords::sentence)
                                .orElseGet(() -> none == null || status.streaming() ? "" : say(none)));
        link.getElement().setAttribute("aria-label", shown.name() + ", " + state.getText());
        if (viewing.disconnected()) {
            stop();
        }
    }

    void renew() {
        if (viewing.renew() && cameras.isOpen(camera)) {
            begin();
        }
    }

    /** The look is over, until {@link #show}. */
    void leave() {
        viewing.rest(camera);
        stop();
    }

    /** On any thread. */
    void heardOfEnd(Viewing ended) {
        viewing.heardOfEnd(ended);
    }

    void letGo(Viewing reader) {
        if (viewing.is(reader)) {
            picture.brokeOff();
        }
    }

    private void begin() {
        viewing.begin(camera);
        if (streams) {
            picture.show(camera, viewing.id());
        } else {
            still.getElement().setAttribute("data-src", "live/" + camera + ".jpg?viewing=" + viewing.id());
        }
    }

    private void stop() {
        picture.stop();
        still.getElement().removeAttribute("data-src");
    }
}
