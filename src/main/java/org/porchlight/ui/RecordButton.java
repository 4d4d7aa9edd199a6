package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import org.porchlight.recording.RecordingNow;

/** One press each way: a white pill that begins a recording, a red one with the elapsed time that ends it. */
final class RecordButton extends Button {

    private final String recordLabel = translate("live.record");
    private final String stopLabel = translate("live.stopRecording");
    private final Span words = new Span(recordLabel);
    private final Span elapsed = new Span();
    private boolean on;

    RecordButton() {
        Span disc = new Span();
        disc.addClassName("pl-disc");
        elapsed.addClassNames("pl-elapsed", "pl-num");
        words.addClassName("pl-words");
        Span label = new Span(disc, elapsed, words);
        label.addClassName("pl-record-label");
        getElement().appendChild(label.getElement()).setAttribute("aria-keyshortcuts", "R");
        addClassName("pl-record");
        name(recordLabel);
    }

    /** Whether a press ends a recording. */
    boolean isOn() {
        return on;
    }

    void show(RecordingNow recording) {
        on = recording.isOn();
        setClassName("on", on);
        name(on ? stopLabel : recordLabel);
        words.setText(on ? translate("live.stop") : recordLabel);
        elapsed.setVisible(recording.state() == RecordingNow.State.RUNNING);
    }

    private void name(String label) {
        setAriaLabel(label);
        getElement().setAttribute("title", label + " (R)");
    }
}
