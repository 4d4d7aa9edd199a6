package org.porchlight.ui;

import org.porchlight.account.Member;

/** Asks before somebody is removed. */
class RemoveDialog extends SureDialog {

    RemoveDialog(Member who, Runnable onConfirm) {
        super(
                "Remove " + who.username() + "?",
                "Their account is gone for good. What they watched and recorded stays in the log.",
                "Remove",
                onConfirm);
    }
}
