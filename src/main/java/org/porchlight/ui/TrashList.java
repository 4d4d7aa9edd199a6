package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.porchlight.media.Sentence;
import org.porchlight.recording.CannotDelete;
import org.porchlight.viewing.Trash;
import org.porchlight.viewing.TrashedViewing;
import org.porchlight.viewing.Viewing;

/** What is in the trash, of whoever looks; each line can be taken back, or deleted for good, and all of them together. */
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
        add(lines.isEmpty() ? new Paragraph(translate("log.trashIsEmpty")) : empty(lines));
    }

    /** Deletes what is shown, and nothing that came into the trash meanwhile. */
    private Div empty(List<TrashedViewing> lines) {
        long bytes = lines.stream().mapToLong(TrashedViewing::bytes).sum();
        Button empty = new Button(
                translate("log.emptyTrash"),
                Icons.TRASH.create(),
                click -> new SureDialog(
                                translate("log.emptyTrashSure"),
                                translate("log.emptyTrashAbout", lines.size(), LogWords.size(bytes)),
                                translate("log.emptyTrash"),
                                () -> deleteNow(lines))
                        .open());
        Div row = new Div(empty);
        row.addClassNames("pl-trash-row", "pl-trash-all");
        return row;
    }

    private Div row(TrashedViewing line) {
        Viewing viewing = line.entry().viewing();
        Span name = new Span(viewing.username() + ", " + words.moment(viewing.startedAt()));
        name.addClassName("pl-strong");
        long hours = Math.max(0, Duration.between(words.now(), line.goesAt()).toHours());
        Span details = new Span((line.bytes() == 0 ? translate("log.notRecorded") : LogWords.size(line.bytes())) + " · "
                + translate("log.deletedBy", line.by(), words.moment(line.at())) + " · "
                + translate("log.goesWithin", LogWords.days(hours / 24 + 1)));
        details.addClassName("pl-small");
        Button back = new Button(translate("log.takeBack"), Icons.RETRY.create(), click -> takeBack(line));
        Button now = new Button(translate("log.deleteNow"), click -> deleteNow(List.of(line)));
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
                LogDeeds.tell(translate("log.isGone"));
            }
        } catch (CannotDelete e) {
            LogDeeds.tell(say(e.sentence()));
        }
        refresh();
        changed.run();
    }

    /** One that cannot be deleted does not hold the others up. */
    private void deleteNow(List<TrashedViewing> lines) {
        Set<Sentence> problems = new LinkedHashSet<>();
        try {
            for (TrashedViewing line : lines) {
                try {
                    trash.deleteTrashed(line.entry().id());
                } catch (CannotDelete e) {
                    problems.add(e.sentence());
                }
            }
        } finally {
            problems.forEach(problem -> LogDeeds.tell(say(problem)));
            refresh();
            changed.run();
        }
    }
}
