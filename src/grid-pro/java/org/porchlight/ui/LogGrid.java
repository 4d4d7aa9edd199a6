package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.gridpro.GridPro;
import com.vaadin.flow.function.ValueProvider;
import org.porchlight.viewing.LogEntry;

/** The log's grid in the edition with Vaadin's Grid Pro: notes are a column edited like a spreadsheet. */
class LogGrid extends GridPro<LogEntry> {

    LogGrid() {
        super(LogEntry.class);
        removeAllColumns();
        setEditOnClick(true);
    }

    /**
     * Adds what is said of the recording, and the note.
     *
     * @param note used by the other edition
     * @param saver told of each note that was changed
     */
    void addRecordingAndNote(
            ValueProvider<LogEntry, Component> recording, ValueProvider<LogEntry, Component> note, NoteSaver saver) {
        addComponentColumn(recording).setHeader("Recording").setWidth("190px").setFlexGrow(2);
        addEditColumn(entry ->
                        entry.viewing().note() == null ? "" : entry.viewing().note())
                .text((entry, text) -> saver.save(entry, text))
                .setHeader("Note")
                .setWidth("150px")
                .setFlexGrow(2);
    }
}
