package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.porchlight.viewing.LogEntry;

/** Asks before many viewings are deleted: says how many go with how much, which stay, and has the focus on Cancel. */
class DeleteManyDialog extends ConfirmDialog {

    /**
     * @param left how many of those chosen stay, because they go on or are another's
     * @param trashDays for how long they can be taken back; 0: not at all
     */
    DeleteManyDialog(List<LogEntry> entries, int left, int trashDays, Runnable delete) {
        long recorded =
                entries.stream().filter(entry -> !entry.playable().isEmpty()).count();
        long bytes = entries.stream().mapToLong(LogEntry::recordedBytes).sum();
        addClassName("pl-confirm");
        setHeader(translate("log.deleteMany", entries.size()));
        Span name = new Span(translate("log.ofThemRecorded", recorded));
        name.addClassName("pl-strong");
        Span details = new Span(recorded == 0 ? translate("log.nothingRecorded") : LogWords.size(bytes));
        details.addClassName("pl-small");
        Div what = new Div(name, details);
        what.addClassName("pl-confirm-what");
        add(new Paragraph(DeleteDialog.howLong(trashDays)));
        if (left > 0) {
            add(new Paragraph(translate("log.someStay", left)));
        }
        add(what);
        setConfirmButton(DeleteDialog.confirm());
        addConfirmListener(click -> delete.run());
        Button cancel = new Button(translate("log.cancel"));
        setCancelable(true);
        setCancelButton(cancel);
        DeleteDialog.focus(cancel);
    }
}
