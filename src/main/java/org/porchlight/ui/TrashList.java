package org.porchlight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.List;
import org.porchlight.recording.CannotDelete;
import org.porchlight.viewing.Trash;
import org.porchlight.viewing.TrashedViewing;
import org.porchlight.viewing.Viewing;

/** What is in the trash, of whoever looks; each line can be taken back, or deleted for good. */
final class TrashList extends Div {

    private final transient Trash trash;
    private final LogWords words;
    private final transient Runnable changed;

    /** @param changed told after each line that went, either way */
    TrashList(Trash trash, LogWords words, Runnable changed) {
        this.trash = trash;
        this.words = words;
        this.changed = changed;
        addClassName("pl-trash");
        refresh();
    }

    private void refresh() {
        removeAll();
        List<TrashedViewing> lines = trash.lines();
        lines.forEach(line -> add(row(line)));
        if (lines.isEmpty()) {
            add(new Paragraph("The trash is empty."));
        }
    }

    private Div row(TrashedViewing line) {
        Viewing viewing = line.entry().viewing();
        Span name = new Span(viewing.username() + ", " + words.moment(viewing.startedAt()));
        name.addClassName("pl-strong");
        long hours = Math.max(0, Duration.between(words.now(), line.goesAt()).toHours());
        Span details = new Span((line.bytes() == 0 ? "Not recorded" : LogWords.size(line.bytes()))
                + " · deleted by " + line.by() + " " + words.moment(line.at())
                + " · goes within " + LogWords.days(hours / 24 + 1));
        details.addClassName("pl-small");
        Button back = new Button("Take back", Icons.RETRY.create(), click -> takeBack(line));
        Button now = new Button("Delete now", click -> deleteNow(line));
        now.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        Div buttons = new Div(back, now);
        buttons.addClassName("pl-trash-buttons");
        Div row = new Div(new Div(name, details), buttons);
        row.addClassName("pl-trash-row");
        return row;
    }

    private void takeBack(TrashedViewing line) {
        try {
            if (!trash.takeBack(line.entry().id())) {
                tell("It is gone for good.");
            }
        } catch (CannotDelete e) {
            tell(e.sentence());
        }
        refresh();
        changed.run();
    }

    private void deleteNow(TrashedViewing line) {
        try {
            trash.delete(line.entry().id());
        } catch (CannotDelete e) {
            tell(e.sentence());
        }
        refresh();
        changed.run();
    }

    private static void tell(String sentence) {
        Notification.show(sentence, 8000, Notification.Position.BOTTOM_CENTER).setAssertive(true);
    }
}
