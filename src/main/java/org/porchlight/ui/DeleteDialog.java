package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.Viewing;

/** Asks before a viewing is deleted: names it, says what goes and for how long it can be taken back, and has the focus on Cancel. */
class DeleteDialog extends ConfirmDialog {

    /**
     * @param trashDays for how long it can be taken back; 0: not at all
     * @param delete into the trash, where there is one
     * @param deleteNow for good
     */
    DeleteDialog(LogEntry entry, LogWords words, int trashDays, Runnable delete, Runnable deleteNow) {
        Viewing viewing = entry.viewing();
        boolean recorded = !entry.playable().isEmpty();
        addClassName("pl-confirm");
        setHeader(recorded ? "Delete this viewing and its recording?" : "Delete this viewing?");
        Span name = new Span(viewing.username() + ", " + words.moment(viewing.startedAt()));
        name.addClassName("pl-strong");
        Span details = new Span(LogWords.length(viewing.length(words.now()))
                + (recorded ? " · takes " + LogWords.size(entry.recordedBytes()) : " · not recorded"));
        details.addClassName("pl-small");
        Div what = new Div(name, details);
        what.addClassName("pl-confirm-what");
        add(
                new Paragraph(
                        trashDays == 0
                                ? "It cannot be brought back."
                                : "It can be taken back from the trash for " + LogWords.days(trashDays) + "."),
                what);

        Button cancel = new Button("Cancel");
        setCancelable(true);
        setCancelButton(cancel);
        Button confirm = new Button("Delete", Icons.TRASH.create());
        confirm.addThemeNames("error", "primary");
        setConfirmButton(confirm);
        addConfirmListener(click -> delete.run());
        if (trashDays > 0) {
            Button now = new Button("Delete now");
            now.addThemeNames("error", "tertiary");
            now.setTooltipText("For good: it cannot be taken back");
            setRejectable(true);
            setRejectButton(now);
            addRejectListener(click -> deleteNow.run());
        }
        // The dialog itself puts the focus on the button that confirms.
        cancel.getElement().executeJs("setTimeout(() => this.focus({focusVisible: true}), 60)");
    }
}
