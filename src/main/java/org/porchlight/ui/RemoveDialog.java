package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;
import org.porchlight.account.Member;

/** Asks before somebody is removed. */
class RemoveDialog extends SureDialog {

    /** @param onConfirm told whether their name is to go from the log, too */
    RemoveDialog(Member who, Consumer<Boolean> onConfirm) {
        this(who, new Checkbox(translate("people.erase")), onConfirm);
    }

    private RemoveDialog(Member who, Checkbox erase, Consumer<Boolean> onConfirm) {
        super(
                translate("people.removeSure", who.username()),
                translate("people.removeAbout"),
                translate("people.remove"),
                () -> onConfirm.accept(erase.getValue()));
        add(erase);
    }
}
