package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.porchlight.account.SignUpMode;
import org.porchlight.account.SignUpRules;

/** Who may sign up, and invitations. */
final class SignUpCard extends SettingsCard {
    private final transient SignUpRules rules;
    private final RadioButtonGroup<SignUpMode> mode = new RadioButtonGroup<>();
    private final Button invite = new Button(translate("people.invite"), click -> invite());

    SignUpCard(SignUpRules rules) {
        super("sign-up", translate("people.signUp"), translate("people.signUpAbout"));
        this.rules = rules;
        mode.setAriaLabel(translate("people.whoMaySignUp"));
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
            case APPROVAL -> translate("people.modeApproval");
            case INVITATION -> translate("people.modeInvitation");
            case CLOSED -> translate("people.modeClosed");
        };
    }

    private void invite() {
        new LinkDialog(
                        translate("people.invitation"),
                        translate("people.invitationAbout"),
                        "signup",
                        SignUpView.INVITATION,
                        rules.invite())
                .open();
    }
}
