package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.porchlight.viewing.Trash;

/** The trash, over the log. */
final class TrashDialog extends Dialog {

    /** @param changed told after each line that went, either way */
    TrashDialog(Trash trash, LogWords words, Runnable changed) {
        setHeaderTitle(translate("log.trash"));
        addClassName("pl-trash-dialog");
        add(new Paragraph(translate("log.trashIs", LogWords.days(trash.days()))), new TrashList(trash, words, changed));
        getFooter().add(new Button(translate("log.close"), click -> close()));
    }
}
