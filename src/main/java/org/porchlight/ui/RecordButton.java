package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import org.porchlight.recording.RecordingNow;

/** One press each way: a white pill that begins a recording, a red one with the elapsed time that ends it. */
final class RecordButton extends Button {

    private final Span words = new Span("Record");
    private final Span elapsed = new Span();
    private boolean on;

    RecordButton() {
        Span disc = new Span();
        disc.addClassName("pl-disc");
        elapsed.addClassNames("pl-elapsed", "pl-num");
        words.addClassName("pl-words");
        Span label = new Span(disc, elapsed, words);
        label.addClassName("pl-record-label");
        getElement().appendChild(label.getElement());
        addClassName("pl-record");
        setAriaLabel("Record");
    }

    /** Whether a press ends a recording. */
    boolean isOn() {
        return on;
    }

    void show(RecordingNow recording) {
        on = recording.isOn();
        setClassName("on", on);
        setAriaLabel(on ? "Stop recording" : "Record");
        words.setText(on ? "Stop" : "Record");
        elapsed.setVisible(recording.state() == RecordingNow.State.RUNNING);
    }
}
