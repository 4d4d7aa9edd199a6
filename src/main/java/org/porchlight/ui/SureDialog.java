package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before something goes for good: names it, says what goes and what stays, and has the focus on Cancel. */
class SureDialog extends ConfirmDialog {

    SureDialog(String question, String consequence, String action, Runnable onConfirm) {
        addClassName("pl-confirm");
        setHeader(question);
        add(new Paragraph(consequence));
        Button cancel = new Button(translate("button.cancel"));
        setCancelable(true);
        setCancelButton(cancel);
        Button confirm = new Button(action, Icons.TRASH.create());
        confirm.addThemeNames("error", "primary");
        setConfirmButton(confirm);
        addConfirmListener(confirmed -> onConfirm.run());
        // The dialog itself puts the focus on the button that confirms.
        cancel.getElement().executeJs("setTimeout(() => this.focus({focusVisible: true}), 60)");
    }
}
