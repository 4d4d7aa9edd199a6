package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.settings.InvalidInput;
import org.porchlight.token.Token;
import org.porchlight.token.Tokens;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Which other programs may see a camera, and a way to let another one. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class TokensCard extends SettingsCard {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final transient Tokens tokens;
    private final transient Cameras cameras;
    private final transient ZoneId zone;
    private final Div rows = new Div();
    private final TextField name = new TextField(Tokens.NAME);
    private final Select<Token.Kind> kind = new Select<>();
    private final FieldProblems problems = new FieldProblems().at(Tokens.NAME, name);

    TokensCard(Tokens tokens, Cameras cameras, ZoneId zone) {
        super(
                "programs",
                "Other programs",
                "Home Assistant or VLC can show the camera with a token of their own. It opens nothing else.");
        this.tokens = tokens;
        this.cameras = cameras;
        this.zone = zone;
        name.setPlaceholder("Home Assistant");
        kind.setLabel("It sees");
        kind.setItems(Token.Kind.values());
        kind.setItemLabelGenerator(Token.Kind::words);
        kind.setValue(Token.Kind.LIVE);
        Button make = new Button("Make a token", click -> make());
        Div form = new Div(name, kind, make);
        form.addClassName("pl-token-form");
        add(rows, form);
        refresh();
    }

    private void refresh() {
        rows.removeAll();
        tokens.all().forEach(token -> rows.add(row(token)));
    }

    private void make() {
        problems.clear();
        try {
            Camera camera = cameras.first();
            Tokens.Made made = tokens.make(name.getValue(), camera.id(), kind.getValue());
            name.clear();
            refresh();
            new NewTokenDialog(made).open();
        } catch (InvalidInput invalid) {
            problems.show(invalid.problems());
        }
    }

    private Component row(Token token) {
        Span title = new Span(token.name());
        title.addClassName("pl-person-name");
        String camera = cameras.find(token.cameraId()).map(Camera::name).orElse("A camera that is gone");
        Instant used = token.usedAt();
        Paragraph about = new Paragraph(String.join(
                " · ",
                List.of(
                        camera,
                        token.kind().words(),
                        "Made by " + token.madeBy() + " on "
                                + DAY.format(token.madeAt().atZone(zone)),
                        used == null ? "Never used" : "Last used " + MINUTE.format(used.atZone(zone)))));
        about.addClassName("pl-setting-why");
        Div words = new Div(title, about);
        words.addClassName("pl-person-words");
        Button revoke = new Button("Revoke", click -> ask(token));
        revoke.setAriaLabel("Revoke the token of " + token.name());
        Div row = new Div(words, revoke);
        row.addClassName("pl-person");
        return row;
    }

    private void ask(Token token) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.addClassName("pl-confirm");
        dialog.setHeader("Revoke the token of " + token.name() + "?");
        dialog.setText("It sees nothing any more, from this moment on.");
        dialog.setCancelable(true);
        Button revoke = new Button("Revoke");
        revoke.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        dialog.setConfirmButton(revoke);
        dialog.addConfirmListener(confirm -> {
            tokens.revoke(token.id());
            refresh();
        });
        dialog.open();
    }
}
