package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.FoundFile;
import org.porchlight.recording.FoundFileTrouble;
import org.porchlight.recording.FoundFiles;
import org.porchlight.recording.FoundNow;
import org.porchlight.viewing.Adoption;

/** Files in the recordings folders that the log does not know: each can be taken into it, or deleted. */
final class FoundCard extends SettingsCard {

    private final transient FoundFiles files;
    private final transient Adoption adoption;
    private final transient Runnable changed;
    private final LogWords words;
    private final Div rows = new Div();
    private final Paragraph summary = new Paragraph();
    private final Button again = new Button(translate("storage.foundAgain"), Icons.RETRY.create());
    private transient @Nullable FoundNow shown;

    /** @param changed told after each file that was dealt with */
    FoundCard(FoundFiles files, Adoption adoption, LogWords words, Runnable changed) {
        super("found", translate("storage.found"), translate("storage.foundAbout"));
        this.files = files;
        this.adoption = adoption;
        this.words = words;
        this.changed = changed;
        again.addClickListener(click -> files.lookAgain());
        again.addThemeVariants(ButtonVariant.TERTIARY);
        with(again);
        summary.addClassName("pl-setting-why");
        summary.getElement().setAttribute("role", "status");
        Div foot = new Div(summary);
        foot.addClassName("pl-card-body");
        add(rows, foot);
        refresh();
    }

    void refresh() {
        FoundNow now = files.now();
        again.setEnabled(!now.looking());
        summary.setText(summary(now));
        if (shown == null || !shown.files().equals(now.files())) {
            rows.removeAll();
            now.files().forEach(file -> rows.add(row(file)));
        }
        shown = now;
    }

    private Component row(FoundFile file) {
        Button adopt = new Button(translate("storage.foundTake"), click -> adopt(file));
        adopt.setAriaLabel(translate("storage.foundTakeFile", file.file()));
        Button delete = new Button(Icons.TRASH.create(), click -> ask(file));
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.setAriaLabel(translate("storage.foundDeleteFile", file.file()));
        delete.setTooltipText(translate("storage.delete"));
        return new StorageRow(
                file.file(),
                words.moment(file.begin()) + " · " + LogWords.length(file.length()) + " · "
                        + LogWords.size(file.bytes()),
                adopt,
                delete);
    }

    private void ask(FoundFile file) {
        new SureDialog(
                        translate("storage.foundDeleteSure"),
                        translate("storage.foundDeleteAbout", file.file(), LogWords.size(file.bytes())),
                        translate("storage.delete"),
                        () -> delete(file))
                .open();
    }

    private void adopt(FoundFile file) {
        try {
            adoption.adopt(file);
            tell(translate("storage.foundTaken"));
        } catch (FoundFileTrouble e) {
            tell(say(e.sentence()));
        }
        changed.run();
        refresh();
    }

    private void delete(FoundFile file) {
        try {
            files.delete(file);
        } catch (FoundFileTrouble e) {
            tell(say(e.sentence()));
        }
        changed.run();
        refresh();
    }

    private String summary(FoundNow now) {
        if (now.at() == null) {
            return translate("storage.foundLooking");
        }
        List<String> sentences = new ArrayList<>();
        if (now.files().isEmpty()) {
            sentences.add(translate("storage.foundNone"));
        }
        if (now.more() > 0) {
            sentences.add(translate("storage.foundMore", now.more()));
        }
        if (now.unreadable() > 0) {
            sentences.add(translate("storage.foundUnreadable", now.unreadable()));
        }
        sentences.add(
                now.looking()
                        ? translate("storage.foundLookingAgain")
                        : translate("storage.foundLast", words.moment(now.at())));
        return String.join(" ", sentences);
    }

    private static void tell(String sentence) {
        Notification.show(sentence, 8000, Notification.Position.BOTTOM_CENTER).setAssertive(true);
    }
}
