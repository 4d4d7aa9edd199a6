package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.porchlight.viewing.Trash;

/** The trash, over the log. */
final class TrashDialog extends Dialog {

    /** @param changed told after each line that went, either way */
    TrashDialog(Trash trash, LogWords words, Runnable changed) {
        setHeaderTitle("Trash");
        addClassName("pl-trash-dialog");
        add(
                new Paragraph("What was deleted stays here for " + LogWords.days(trash.days())
                        + ", or until its room is needed. Nobody can watch it meanwhile."),
                new TrashList(trash, words, changed));
        getFooter().add(new Button("Close", click -> close()));
    }
}
