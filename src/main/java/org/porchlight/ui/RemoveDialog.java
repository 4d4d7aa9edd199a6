package org.porchlight.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;
import org.porchlight.account.Member;

/** Asks before somebody is removed. */
class RemoveDialog extends SureDialog {

    /** @param onConfirm told whether their name is to go from the log, too */
    RemoveDialog(Member who, Consumer<Boolean> onConfirm) {
        this(
                who,
                new Checkbox("Strike their name out of the log and the trail. This cannot be taken back."),
                onConfirm);
    }

    private RemoveDialog(Member who, Checkbox erase, Consumer<Boolean> onConfirm) {
        super(
                "Remove " + who.username() + "?",
                "Their account is gone for good. What they watched and recorded stays in the log.",
                "Remove",
                () -> onConfirm.accept(erase.getValue()));
        add(erase);
    }
}
