package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

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
        setHeader(translate(recorded ? "log.deleteRecorded" : "log.deleteThis"));
        Span name = new Span(viewing.username() + ", " + words.moment(viewing.startedAt()));
        name.addClassName("pl-strong");
        String length = LogWords.length(viewing.length(words.now()));
        Span details = new Span(length + " · "
                + (recorded
                        ? translate("log.takes", LogWords.size(entry.recordedBytes()))
                        : translate("log.isNotRecorded")));
        details.addClassName("pl-small");
        Div named = new Div(name, details);
        Div what = recorded ? new Div(Thumb.picture(entry), named) : new Div(named);
        what.addClassName("pl-confirm-what");
        add(new Paragraph(howLong(trashDays)), what);

        Button cancel = new Button(translate("log.cancel"));
        setCancelable(true);
        setCancelButton(cancel);
        setConfirmButton(confirm());
        addConfirmListener(click -> delete.run());
        if (trashDays > 0) {
            Button now = new Button(translate("log.deleteNow"));
            now.addThemeNames("error", "tertiary");
            now.setTooltipText(translate("log.forGood"));
            setRejectable(true);
            setRejectButton(now);
            addRejectListener(click -> deleteNow.run());
        }
        focus(cancel);
    }

    static String howLong(int trashDays) {
        return trashDays == 0 ? translate("log.notBrought") : translate("log.canBeTakenBack", LogWords.days(trashDays));
    }

    static Button confirm() {
        Button confirm = new Button(translate("log.delete"), Icons.TRASH.create());
        confirm.addThemeNames("error", "primary");
        return confirm;
    }

    /** The dialog itself puts the focus on the button that confirms. */
    static void focus(Button cancel) {
        cancel.getElement().executeJs("setTimeout(() => this.focus({focusVisible: true}), 60)");
    }
}
