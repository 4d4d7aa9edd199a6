package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.Viewing;

/** Asks before a viewing is deleted: names it, says what goes, and has the focus on Cancel. */
class DeleteDialog extends ConfirmDialog {

    DeleteDialog(LogEntry entry, LogWords words, Runnable onConfirm) {
        Viewing viewing = entry.viewing();
        boolean recorded = !entry.playable().isEmpty();
        addClassName("pl-confirm");
        setHeader(recorded ? "Delete this viewing and its recording?" : "Delete this viewing?");
        Span name = new Span(viewing.username() + ", " + words.moment(viewing.startedAt()));
        name.addClassName("pl-strong");
        Span details = new Span(LogWords.length(viewing.length(words.now()))
                + (recorded ? " · frees " + LogWords.size(entry.recordedBytes()) : " · not recorded"));
        details.addClassName("pl-small");
        Div what = new Div(name, details);
        what.addClassName("pl-confirm-what");
        add(new Paragraph("It cannot be brought back."), what);

        Button cancel = new Button("Cancel");
        setCancelable(true);
        setCancelButton(cancel);
        Button delete = new Button("Delete", Icons.TRASH.create());
        delete.addThemeNames("error", "primary");
        setConfirmButton(delete);
        addConfirmListener(confirm -> onConfirm.run());
        // The dialog itself puts the focus on the button that confirms.
        cancel.getElement().executeJs("setTimeout(() => this.focus({focusVisible: true}), 60)");
    }
}
