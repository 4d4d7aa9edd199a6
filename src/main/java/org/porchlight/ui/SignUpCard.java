package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.porchlight.account.SignUpMode;
import org.porchlight.account.SignUpRules;

/** Who may sign up, and invitations. */
final class SignUpCard extends SettingsCard {
    private final transient SignUpRules rules;
    private final RadioButtonGroup<SignUpMode> mode = new RadioButtonGroup<>();
    private final Button invite = new Button("Make an invitation", click -> invite());

    SignUpCard(SignUpRules rules) {
        super("sign-up", "Sign-up", "Who may make an account. An invitation lets one person in, once, for a day.");
        this.rules = rules;
        mode.setAriaLabel("Who may sign up");
        mode.setItems(SignUpMode.APPROVAL, SignUpMode.INVITATION, SignUpMode.CLOSED);
        mode.setItemLabelGenerator(SignUpCard::words);
        mode.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                rules.choose(change.getValue());
                refresh();
            }
        });
        Div row = new Div(mode, invite);
        row.addClassNames("pl-person", "pl-sign-up");
        add(row);
        refresh();
    }

    void refresh() {
        SignUpMode now = rules.mode();
        mode.setValue(now);
        invite.setVisible(now != SignUpMode.CLOSED);
    }

    private static String words(SignUpMode mode) {
        return switch (mode) {
            case APPROVAL -> "Everybody on the network, once an owner lets them in";
            case INVITATION -> "Only whoever has an invitation";
            case CLOSED -> "Nobody";
        };
    }

    private void invite() {
        new LinkDialog(
                        "Invitation",
                        "Give this link to whom you want to let in. Whoever has it can sign up, once, within a day.",
                        "signup",
                        SignUpView.INVITATION,
                        rules.invite())
                .open();
    }
}
