package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks whoever leaves a page what becomes of the changes that they have not saved. */
final class UnsavedDialog extends ConfirmDialog {

    /** Staying does nothing. */
    UnsavedDialog(Runnable save, Runnable discard) {
        addClassName("pl-confirm");
        setHeader(translate("unsaved.title"));
        setText(translate("unsaved.about"));
        setConfirmText(translate("unsaved.save"));
        addConfirmListener(confirmed -> save.run());
        setRejectable(true);
        setRejectText(translate("unsaved.discard"));
        addRejectListener(rejected -> discard.run());
        setCancelable(true);
        setCancelText(translate("unsaved.stay"));
    }
}
