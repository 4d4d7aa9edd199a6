package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.backup.Backup;
import org.porchlight.backup.Backups;
import org.porchlight.backup.CannotBackUp;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The last backup, a click to make another one, and one to save it elsewhere. For pages of owners. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class BackupCard extends SettingsCard {
    private final transient Backups backups;
    private final transient ZoneId zone;
    private final Span title = new Span();
    private final Paragraph about = new Paragraph();
    private final Button make = new Button(translate("storage.backupNow"), click -> make());
    private final Anchor download = new Anchor();

    BackupCard(Backups backups, ZoneId zone) {
        super(
                "backup",
                translate("storage.backup"),
                translate("storage.backupAbout", backups.daily() ? backups.kept() : 0));
        this.backups = backups;
        this.zone = zone;
        title.addClassName("pl-person-name");
        about.addClassName("pl-setting-why");
        Div words = new Div(title, about);
        words.addClassName("pl-person-words");
        words.getElement().setAttribute("role", "status");
        make.setDisableOnClick(true);
        download.setText(translate("storage.backupDownload"));
        download.setRouterIgnore(true);
        download.setTarget(AnchorTarget.BLANK);
        Div row = new Div(words, download, make);
        row.addClassName("pl-person");
        add(row);
        show(backups.last(), null);
    }

    private static DateTimeFormatter when() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(UI.getCurrent().getLocale());
    }

    private void make() {
        UI ui = UI.getCurrent();
        about.setText(translate("storage.backupRuns"));
        backups.start()
                .whenComplete((backup, problem) -> ui.access(() -> {
                    make.setEnabled(true);
                    show(Optional.ofNullable(backup).or(backups::last), problem);
                }));
    }

    private void show(Optional<Backup> last, @Nullable Throwable problem) {
        title.setText(last.map(backup -> translate(
                        "storage.backupLast", when().format(backup.madeAt().atZone(zone))))
                .orElse(translate("storage.backupNone")));
        String where = last.map(backup -> LogWords.size(backup.bytes()) + " · " + backup.folder())
                .orElse(translate("storage.backupNoneAbout"));
        about.setText(
                problem == null
                        ? where
                        : problem instanceof CannotBackUp told
                                ? say(told.sentence())
                                : translate("storage.backupFailed"));
        download.setVisible(last.isPresent());
        last.ifPresent(backup -> download.setHref("backups/" + backup.name()));
    }
}
