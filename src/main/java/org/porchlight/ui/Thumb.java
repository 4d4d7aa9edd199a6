package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.porchlight.viewing.LogEntry;

/** What a line of the log is known by: a picture out of its recording, which plays it, or that there is none. */
final class Thumb {

    private Thumb() {}

    static Component of(LogEntry entry, LogActions actions) {
        if (entry.playable().isEmpty()) {
            Div none = new Div(new Span(translate(entry.isRecording() ? "log.beingRecorded" : "log.notRecorded")));
            none.addClassNames("pl-thumb", "none");
            return none;
        }
        Span length = new Span(LogWords.counter(entry.recordedLength()));
        length.addClassNames("pl-thumb-length", "pl-num");
        Div play = new Div(Icons.PLAY.create());
        play.addClassName("pl-thumb-play");
        NativeButton watch = new NativeButton("", click -> actions.watch(entry));
        watch.add(picture(entry), play, length);
        watch.addClassName("pl-thumb");
        watch.getElement()
                .setAttribute("aria-label", translate("log.watch"))
                .setAttribute("title", translate("log.watch"));
        return watch;
    }

    /** The picture alone, which says nothing to screen readers. */
    static Image picture(LogEntry entry) {
        Image picture = new Image(new RecordingAddress(entry.playable().getFirst()).picture(), "");
        picture.getElement().setAttribute("loading", "lazy").setAttribute("decoding", "async");
        return picture;
    }
}
