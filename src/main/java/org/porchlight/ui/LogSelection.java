package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.Consumer;
import org.porchlight.viewing.LogEntry;

/** Lies over the foot of the log while lines are chosen: how many, how much, and what can be done with them. */
final class LogSelection extends Div {

    private final Span count = new Span();
    private final Span size = new Span();
    private final Button download;
    private final Button keep;
    private Set<LogEntry> chosen = Set.of();

    /** @param none lets go of all that is chosen */
    LogSelection(
            Consumer<Set<LogEntry>> onDownload,
            Consumer<Set<LogEntry>> onKeep,
            Consumer<Set<LogEntry>> onDelete,
            Runnable none) {
        download = button("log.download", "log.downloadChosen", Icons.DOWNLOAD, () -> onDownload.accept(chosen));
        keep = button("log.keep", "log.keepChosen", Icons.PIN, () -> onKeep.accept(chosen));
        Button delete = button("log.delete", "log.deleteChosen", Icons.TRASH, () -> onDelete.accept(chosen));
        delete.addClassName("pl-danger-text");
        Button close = LogCells.button(translate("log.chooseNone"), Icons.CLOSE);
        close.addClickListener(click -> none.run());
        count.addClassName("pl-strong");
        size.addClassName("pl-muted");
        Div words = new Div(count, size);
        words.getElement().setAttribute("role", "status");
        words.addClassName("pl-selection-words");
        add(words, download, keep, delete, close);
        addClassName("pl-selection");
        getElement().setAttribute("role", "toolbar").setAttribute("aria-label", translate("log.chosenLines"));
        show(Set.of());
    }

    private static Button button(String label, String name, Icons icon, Runnable deed) {
        Button button = new Button(translate(label), icon.create(), click -> deed.run());
        button.setAriaLabel(translate(name));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    void show(Set<LogEntry> entries) {
        chosen = Set.copyOf(entries);
        long bytes = chosen.stream().mapToLong(LogEntry::savedBytes).sum();
        count.setText(translate("log.chosen", chosen.size()));
        size.setText(bytes == 0 ? "" : LogWords.size(bytes));
        download.setEnabled(bytes > 0);
        keep.setEnabled(chosen.stream().anyMatch(entry -> !entry.playable().isEmpty()));
        setVisible(!chosen.isEmpty());
    }
}
