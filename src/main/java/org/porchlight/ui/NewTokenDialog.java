package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.porchlight.token.Token;
import org.porchlight.token.Tokens;

/** Shows a token that was just made: this once, and never again. */
final class NewTokenDialog extends Dialog {

    NewTokenDialog(Tokens.Made made) {
        Token token = made.token();
        addClassName("pl-new-token");
        setHeaderTitle(translate("tokens.of", token.name()));
        Div content = new Div(
                new Paragraph(translate("tokens.copy")),
                field(translate("tokens.token"), made.secret()),
                field(translate("tokens.address"), address(token)),
                new Paragraph(translate("tokens.use")));
        content.addClassName("pl-new-token-content");
        add(content);
        Button done = new Button(translate("tokens.done"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }

    private static TextField field(String label, String value) {
        TextField field = new TextField(label);
        field.setValue(value);
        field.setReadOnly(true);
        field.setAutoselect(true);
        return field;
    }

    /** As this page was reached; a program elsewhere may need another name of the same machine. */
    private static String address(Token token) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port) + "/live/"
                + token.cameraId() + (token.kind() == Token.Kind.LIVE ? ".mjpeg" : ".jpg");
    }
}
