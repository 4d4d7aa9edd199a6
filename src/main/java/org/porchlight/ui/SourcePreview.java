package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.porchlight.camera.SourceTrial;
import org.porchlight.media.Capture;
import org.porchlight.media.CaptureStatus;
import org.porchlight.media.Sentence;

/**
 * A small live picture of a source that may not be saved. It is read only while it is shown, and its address is one of this
 * page's own: nobody else's session can ask for it.
 */
final class SourcePreview extends Div {

    private @Nullable Image picture;
    private final Span words = new Span();
    private transient @Nullable SourceTrial trial;
    private transient Capture.@Nullable Subscription status;

    SourcePreview() {
        addClassName("pl-preview");
        words.addClassName("pl-preview-words");
        words.getElement().setAttribute("role", "status");
        add(words);
    }

    /** Shows this; what was shown before is over. */
    void show(SourceTrial wanted) {
        end();
        trial = wanted;
        Image shown = new Image(event -> send(wanted, event), translate("preview.of", wanted.display()));
        picture = shown;
        addComponentAsFirst(shown);
        UI ui = UI.getCurrent();
        status = wanted.onStatus(now ->
                Thread.ofVirtual().name("preview").start(ui.accessLater(() -> tell(wanted.status()), () -> {})::run));
        tell(wanted.status());
    }

    /** Shows nothing, and says why. */
    void say(Sentence sentence) {
        end();
        words.setText(Texts.say(sentence));
    }

    /** Nothing is read any more. */
    void end() {
        if (status != null) {
            status.close();
            status = null;
        }
        if (trial != null) {
            trial.close();
            trial = null;
        }
        if (picture != null) {
            remove(picture);
            picture = null;
        }
        removeClassName("live");
        words.setText("");
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        end();
    }

    private void tell(CaptureStatus now) {
        setClassName("live", now.streaming());
        Sentence why = now.why();
        words.setText(
                now.streaming()
                        ? SettingsDraft.resolution(now.width(), now.height())
                        : why != null ? Texts.say(why) : translate("preview.connecting"));
    }

    /** By a request of the browser, which does not hold the page up. */
    private static void send(SourceTrial trial, DownloadEvent event) {
        event.setContentType(SourceTrial.CONTENT_TYPE);
        event.getResponse().setHeader("Cache-Control", "no-store, private");
        try {
            trial.writeTo(event.getOutputStream());
        } catch (IOException gone) {
            // Whoever looked has gone, as they do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
