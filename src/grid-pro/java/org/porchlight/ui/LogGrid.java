package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.gridpro.GridPro;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Objects;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.ViewingLog;

/** The log's grid in the edition with Vaadin's Grid Pro: notes are a column edited like a spreadsheet. */
class LogGrid extends GridPro<LogEntry> {

    /** Grid Pro tells of an edit that begins and of a value that changes, not of an edit that ends without one. */
    private static final String EDIT_ENDED = "note-edit-ended";

    /** That, and what Grid Pro's field of text is not told otherwise: its name, and how long a note can be. */
    private static final String COMPLETE = """
            const stop = this._stopEdit;
            this._stopEdit = function () {
              const edited = this.__edited;
              stop.apply(this, arguments);
              if (edited && !this.__edited) {
                this.dispatchEvent(new CustomEvent($0));
              }
            };
            this.querySelector('vaadin-grid-pro-edit-column')._setEditorOptions = function (field) {
              field.accessibleName = $1;
              field.maxlength = $2;
            };""";

    private static final String NOTE = "<span class=\"pl-note-text ${item.kind}\">${item.words}</span>";

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
        addColumn(new SteadyCell(recording))
                .setHeader(translate("log.recording"))
                .setWidth("190px")
                .setFlexGrow(2);
        Renderer<LogEntry> shown = LitRenderer.<LogEntry>of(NOTE)
                .withProperty(
                        "words",
                        entry -> noteOf(entry).isEmpty() && saver.mayChange(entry)
                                ? translate("log.addNote")
                                : noteOf(entry))
                .withProperty("kind", entry -> noteOf(entry).isEmpty() ? "none" : "");
        addEditColumn(LogGrid::noteOf, shown)
                .withCellEditableProvider(saver::mayChange)
                .text((entry, text) -> saver.save(entry, text))
                .setHeader(translate("log.note"))
                .setWidth("150px")
                .setFlexGrow(2);
        addCellEditStartedListener(started -> saver.editing(this, true));
        getElement().addEventListener(EDIT_ENDED, ended -> saver.editing(this, false));
    }

    private static String noteOf(LogEntry entry) {
        return Objects.requireNonNullElse(entry.viewing().note(), "");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs(COMPLETE, EDIT_ENDED, translate("log.note"), ViewingLog.LONGEST_NOTE);
    }
}
