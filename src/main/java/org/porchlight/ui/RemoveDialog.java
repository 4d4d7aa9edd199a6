package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import org.porchlight.account.Member;

/** Asks before somebody is removed: names them, says what goes and what stays, and has the focus on Cancel. */
class RemoveDialog extends ConfirmDialog {

    RemoveDialog(Member who, Runnable onConfirm) {
        addClassName("pl-confirm");
        setHeader("Remove " + who.username() + "?");
        add(new Paragraph("Their account is gone for good. What they watched and recorded stays in the log."));
        Button cancel = new Button("Cancel");
        setCancelable(true);
        setCancelButton(cancel);
        Button remove = new Button("Remove", Icons.TRASH.create());
        remove.addThemeNames("error", "primary");
        setConfirmButton(remove);
        addConfirmListener(confirm -> onConfirm.run());
        // The dialog itself puts the focus on the button that confirms.
        cancel.getElement().executeJs("setTimeout(() => this.focus({focusVisible: true}), 60)");
    }
}
