package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.ViewingLog;

/** A note that is edited where it stands: a click opens it, Enter or leaving it saves, Escape leaves it as it was. */
class NoteEditor extends Div {

    private final LogEntry entry;
    private final NoteSaver saver;
    private final Button open = new Button();
    private String note;
    private @Nullable TextField field;

    /**
     * @param entry the line it belongs to
     * @param saver told of each change, and of when an edit goes on
     */
    NoteEditor(LogEntry entry, NoteSaver saver) {
        this.entry = entry;
        this.saver = saver;
        addClassName("pl-note");
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.addClickListener(click -> edit());
        note = Objects.requireNonNullElse(entry.viewing().note(), "");
        show();
        add(open);
    }

    private void show() {
        boolean none = note.isEmpty();
        open.setText(none ? translate("log.addNote") : note);
        open.setAriaLabel(none ? translate("log.addNote") : translate("log.noteIs", note));
        setClassName("none", none);
    }

    private void edit() {
        if (field != null) {
            return; // a click more, on its way already
        }
        TextField editing = new TextField();
        editing.setAriaLabel(translate("log.note"));
        editing.setMaxLength(ViewingLog.LONGEST_NOTE);
        editing.setValue(note);
        editing.setWidthFull();
        editing.setAutoselect(true);
        editing.addKeyPressListener(Key.ENTER, key -> finish(true));
        editing.addKeyDownListener(Key.ESCAPE, key -> finish(false));
        editing.addBlurListener(blur -> close(true));
        field = editing;
        saver.editing(this, true);
        removeAll();
        add(editing);
        editing.focus();
    }

    /** By a key, so the focus stays here; who left the field is elsewhere already. */
    private void finish(boolean save) {
        if (field != null) {
            close(save);
            open.focus();
        }
    }

    private void close(boolean save) {
        TextField editing = field;
        if (editing == null) {
            return;
        }
        field = null;
        String after = editing.getValue();
        removeAll();
        add(open);
        if (save && !note.equals(after) && saver.save(entry, after)) {
            note = after.strip();
            show();
        }
        saver.editing(this, false);
    }

    /** Scrolled away while it was open: there is nobody to leave it. */
    @Override
    protected void onDetach(DetachEvent event) {
        if (field != null) {
            field = null;
            removeAll();
            add(open);
            saver.editing(this, false);
        }
    }
}
