package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.ValueProvider;
import org.porchlight.viewing.LogEntry;

/** The log's grid in the free edition: a note stands below the recording and is edited there. */
class LogGrid extends Grid<LogEntry> {

    LogGrid() {
        super(LogEntry.class, false);
    }

    /**
     * Adds what is said of the recording, and the note.
     *
     * @param note edits itself
     * @param saver used by the other edition
     */
    void addRecordingAndNote(
            ValueProvider<LogEntry, Component> recording, ValueProvider<LogEntry, Component> note, NoteSaver saver) {
        addColumn(new SteadyCell(entry -> {
                    Div cell = new Div(recording.apply(entry), note.apply(entry));
                    cell.addClassName("pl-recording-and-note");
                    return cell;
                }))
                .setHeader(translate("log.recordingAndNote"))
                .setWidth("230px")
                .setFlexGrow(3);
    }
}
