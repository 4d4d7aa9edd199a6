package org.porchlight.ui;

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
    private final Button again = new Button("Look again", Icons.RETRY.create());
    private transient @Nullable FoundNow shown;

    /** @param changed told after each file that was dealt with */
    FoundCard(FoundFiles files, Adoption adoption, LogWords words, Runnable changed) {
        super(
                "found",
                "Found files",
                "Recordings in the folder that the log does not know: of another computer, or of a log that was lost.");
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
        Button adopt = new Button("Take into the log", click -> adopt(file));
        adopt.setAriaLabel("Take " + file.file() + " into the log");
        Button delete = new Button(Icons.TRASH.create(), click -> ask(file));
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.setAriaLabel("Delete " + file.file());
        delete.setTooltipText("Delete");
        return new StorageRow(
                file.file(),
                words.moment(file.begin()) + " · " + LogWords.length(file.length()) + " · "
                        + LogWords.size(file.bytes()),
                adopt,
                delete);
    }

    private void ask(FoundFile file) {
        new SureDialog(
                        "Delete this file?",
                        file.file() + ", " + LogWords.size(file.bytes()) + ". It is gone for good.",
                        "Delete",
                        () -> delete(file))
                .open();
    }

    private void adopt(FoundFile file) {
        try {
            adoption.adopt(file);
            tell("It is in the log now, under the name Found.");
        } catch (FoundFileTrouble e) {
            tell(e.sentence());
        }
        changed.run();
        refresh();
    }

    private void delete(FoundFile file) {
        try {
            files.delete(file);
        } catch (FoundFileTrouble e) {
            tell(e.sentence());
        }
        changed.run();
        refresh();
    }

    private String summary(FoundNow now) {
        if (now.at() == null) {
            return "They are being looked for.";
        }
        List<String> sentences = new ArrayList<>();
        if (now.files().isEmpty()) {
            sentences.add("There are none.");
        }
        if (now.more() > 0) {
            sentences.add(now.more() + " more are shown when these are dealt with.");
        }
        if (now.unreadable() > 0) {
            sentences.add((now.unreadable() == 1 ? "1 file holds" : now.unreadable() + " files hold")
                    + " no pictures, or not yet, and " + (now.unreadable() == 1 ? "is" : "are") + " left alone.");
        }
        sentences.add(now.looking() ? "Looking again." : "Last looked " + words.moment(now.at()) + ".");
        return String.join(" ", sentences);
    }

    private static void tell(String sentence) {
        Notification.show(sentence, 8000, Notification.Position.BOTTOM_CENTER).setAssertive(true);
    }
}
