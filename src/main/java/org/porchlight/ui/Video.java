package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

/** The browser's own player. */
@Tag("video")
class Video extends Component implements HasSize, HasStyle {

    Video(String name) {
        getElement().setAttribute("controls", true);
        getElement().setAttribute("playsinline", true);
        getElement().setAttribute("preload", "metadata");
        // There is no sound in it, but only so do browsers begin by themselves on a page that a link led to.
        getElement().setProperty("muted", true);
        getElement().setAttribute("aria-label", name);
    }

    /** Plays another file, at once where the browser lets it; there is no sound that could startle anyone. */
    void play(String address) {
        getElement().setAttribute("src", address);
        getElement().setAttribute("autoplay", true);
    }

    /** Tells when it cannot be played, because its file is gone for example. */
    void onTrouble(Runnable listener) {
        getElement().addEventListener("error", event -> listener.run());
    }

    /** Tells when the end was reached. */
    void onEnd(Runnable listener) {
        getElement().addEventListener("ended", event -> listener.run());
    }
}
