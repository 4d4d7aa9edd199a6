package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.gridpro.GridPro;
import com.vaadin.flow.function.ValueProvider;
import org.porchlight.viewing.LogEntry;

/** The log's grid in the edition with Vaadin's Grid Pro: notes are a column edited like a spreadsheet. */
class LogGrid extends GridPro<LogEntry> {

    /** Grid Pro tells of an edit that begins and of a value that changes, not of an edit that ends without one. */
    private static final String EDIT_ENDED = "note-edit-ended";

    private static final String TELL_OF_THE_END = """
            const stop = this._stopEdit;
            this._stopEdit = function () {
              const edited = this.__edited;
              stop.apply(this, arguments);
              if (edited && !this.__edited) {
                this.dispatchEvent(new CustomEvent($0));
              }
            };""";

    LogGrid() {
        super(LogEntry.class);
        removeAllColumns();
        setEditOnClick(true);
    }

    /**
     * Adds what is said of the recording, and the note.
     *
     * @param note used by the other edition
     * @param saver told of each note that was changed, and of when an edit goes on
     */
    void addRecordingAndNote(
            ValueProvider<LogEntry, Component> recording, ValueProvider<LogEntry, Component> note, NoteSaver saver) {
        addComponentColumn(recording)
                .setHeader(translate("log.recording"))
                .setWidth("190px")
                .setFlexGrow(2);
        addEditColumn(entry ->
                        entry.viewing().note() == null ? "" : entry.viewing().note())
                .withCellEditableProvider(saver::mayChange)
                .text((entry, text) -> saver.save(entry, text))
                .setHeader(translate("log.note"))
                .setWidth("150px")
                .setFlexGrow(2);
        addCellEditStartedListener(started -> saver.editing(this, true));
        getElement().addEventListener(EDIT_ENDED, ended -> saver.editing(this, false));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs(TELL_OF_THE_END, EDIT_ENDED);
    }
}
