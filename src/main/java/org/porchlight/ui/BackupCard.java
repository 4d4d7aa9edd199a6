package org.porchlight.ui;

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
import java.util.Locale;
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
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final transient Backups backups;
    private final transient ZoneId zone;
    private final Span title = new Span();
    private final Paragraph about = new Paragraph();
    private final Button make = new Button("Back up now", click -> make());
    private final Anchor download = new Anchor();

    BackupCard(Backups backups, ZoneId zone) {
        super(
                "backup",
                "Backup",
                "Accounts, settings and the log in one file, with the checksums of the recordings. The recordings are not in it."
                        + (backups.daily()
                                ? " One is made every day; those of the last " + backups.kept() + " days are kept."
                                : ""));
        this.backups = backups;
        this.zone = zone;
        title.addClassName("pl-person-name");
        about.addClassName("pl-setting-why");
        Div words = new Div(title, about);
        words.addClassName("pl-person-words");
        words.getElement().setAttribute("role", "status");
        make.setDisableOnClick(true);
        download.setText("Download");
        download.setRouterIgnore(true);
        download.setTarget(AnchorTarget.BLANK);
        Div row = new Div(words, download, make);
        row.addClassName("pl-person");
        add(row);
        show(backups.last(), null);
    }

    private void make() {
        UI ui = UI.getCurrent();
        about.setText("A backup is being made.");
        backups.start()
                .whenComplete((backup, problem) -> ui.access(() -> {
                    make.setEnabled(true);
                    show(Optional.ofNullable(backup).or(backups::last), problem);
                }));
    }

    private void show(Optional<Backup> last, @Nullable Throwable problem) {
        title.setText(
                last.map(backup -> "Last backup: " + WHEN.format(backup.madeAt().atZone(zone)))
                        .orElse("No backup yet"));
        String where = last.map(backup -> LogWords.size(backup.bytes()) + " · " + backup.folder())
                .orElse("It is written to this computer; download it to have one elsewhere.");
        about.setText(
                problem == null
                        ? where
                        : problem instanceof CannotBackUp told
                                ? told.sentence()
                                : "The backup failed; the server's log says more.");
        download.setVisible(last.isPresent());
        last.ifPresent(backup -> download.setHref("backups/" + backup.name()));
    }
}
