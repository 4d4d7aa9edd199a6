package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

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
    private final TextField name = new TextField(translate("tokens.program"));
    private final Select<Token.Kind> kind = new Select<>();
    private final Select<Camera> camera = new Select<>();
    private final FieldProblems problems = new FieldProblems().at(Tokens.NAME, name);

    TokensCard(Tokens tokens, Cameras cameras, ZoneId zone) {
        super("programs", translate("tokens.title"), translate("tokens.about"));
        this.tokens = tokens;
        this.cameras = cameras;
        this.zone = zone;
        name.setPlaceholder("Home Assistant");
        kind.setLabel(translate("tokens.sees"));
        kind.setItems(Token.Kind.values());
        kind.setItemLabelGenerator(TokensCard::words);
        kind.setValue(Token.Kind.LIVE);
        camera.setLabel(translate("tokens.camera"));
        camera.setItemLabelGenerator(Camera::name);
        camera.setItems(cameras.all());
        camera.setValue(cameras.first());
        camera.setVisible(cameras.all().size() > 1);
        Button make = new Button(translate("tokens.make"), click -> make());
        Div form = new Div(name, camera, kind, make);
        form.addClassName("pl-token-form");
        add(rows, form);
        refresh();
    }

    private static String words(Token.Kind kind) {
        return translate(
                switch (kind) {
                    case LIVE -> "tokens.live";
                    case SNAPSHOT -> "tokens.snapshot";
                });
    }

    private void refresh() {
        rows.removeAll();
        tokens.all().forEach(token -> rows.add(row(token)));
    }

    private void make() {
        problems.clear();
        try {
            Tokens.Made made = tokens.make(name.getValue(), camera.getValue().id(), kind.getValue());
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
        String camera = cameras.find(token.cameraId()).map(Camera::name).orElse(translate("tokens.cameraGone"));
        Instant used = token.usedAt();
        Paragraph about = new Paragraph(String.join(
                " · ",
                List.of(
                        camera,
                        words(token.kind()),
                        translate(
                                "tokens.madeBy",
                                token.madeBy(),
                                DAY.withLocale(getLocale())
                                        .format(token.madeAt().atZone(zone))),
                        used == null
                                ? translate("tokens.neverUsed")
                                : translate(
                                        "tokens.lastUsed",
                                        MINUTE.withLocale(getLocale()).format(used.atZone(zone))))));
        about.addClassName("pl-setting-why");
        Div words = new Div(title, about);
        words.addClassName("pl-person-words");
        Button revoke = new Button(translate("tokens.revoke"), click -> ask(token));
        revoke.setAriaLabel(translate("tokens.revokeOf", token.name()));
        Div row = new Div(words, revoke);
        row.addClassName("pl-person");
        return row;
    }

    private void ask(Token token) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.addClassName("pl-confirm");
        dialog.setHeader(translate("tokens.revokeSure", token.name()));
        dialog.setText(translate("tokens.revokeMeans"));
        dialog.setCancelable(true);
        Button revoke = new Button(translate("tokens.revoke"));
        revoke.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        dialog.setConfirmButton(revoke);
        dialog.addConfirmListener(confirm -> {
            tokens.revoke(token.id());
            refresh();
        });
        dialog.open();
    }
}
