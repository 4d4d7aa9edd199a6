package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.porchlight.recording.Recording;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.Viewing;

/** What stands in the cells of the log's grid, and on its cards on a phone. */
class LogCells {

    private final LogWords words;
    private final LogActions actions;
    private final NoteSaver notes;
    private final LongFunction<String> audience;

    /** @param audience who saw the recording of a viewing, in words; empty when nobody did */
    LogCells(LogWords words, LogActions actions, NoteSaver notes, LongFunction<String> audience) {
        this.words = words;
        this.actions = actions;
        this.notes = notes;
        this.audience = audience;
    }

    Component who(LogEntry entry) {
        Viewing viewing = entry.viewing();
        Div names = new Div(strong(viewing.username()), small(viewing.device()));
        Div who = new Div(new Initials(viewing.username()), names);
        who.addClassName("pl-who-cell");
        return who;
    }

    Component start(LogEntry entry) {
        Instant at = entry.viewing().startedAt();
        return lines(words.time(at), words.dayOf(at));
    }

    Component end(LogEntry entry) {
        Viewing viewing = entry.viewing();
        Instant at = viewing.endedAt();
        if (at == null) {
            return lines("now", "");
        }
        boolean sameDay = words.day(at).equals(words.day(viewing.startedAt()));
        return lines(words.time(at), sameDay ? "" : words.dayOf(at));
    }

    Component length(LogEntry entry) {
        return lines(
                LogWords.length(entry.viewing().length(words.now())),
                entry.viewing().isOpen() ? "so far" : "");
    }

    Component how(LogEntry entry) {
        EndReason why = entry.viewing().endReason();
        Span how = new Span(why == null ? "Still watching" : why.words());
        how.addClassName(why == null ? "pl-how-now" : "pl-how");
        return how;
    }

    Component recording(LogEntry entry) {
        Div badges = new Div();
        badges.addClassName("pl-badges");
        if (entry.viewing().isOpen()) {
            badges.add(badge("Watching now", "live"));
        }
        if (entry.isRecording()) {
            badges.add(badge(entry.viewing().isOpen() ? "Recording" : "Finishing", "rec"));
        }
        List<Recording> playable = entry.playable();
        if (!playable.isEmpty()) {
            badges.add(badge("Recorded " + LogWords.counter(entry.recordedLength()), "rec"));
        }
        if (entry.isKept()) {
            badges.add(badge("Kept", "live"));
        }
        entry.lateBy().ifPresent(late -> {
            Span mark = badge("Began late", "");
            mark.addComponentAsFirst(Icons.CLOCK.create());
            badges.add(mark);
        });
        if (entry.missingPictures() > 0) {
            Span mark = badge("Gap", "");
            mark.addComponentAsFirst(Icons.WARNING.create());
            badges.add(mark);
        }
        Div cell = new Div(badges);
        entry.lateBy().ifPresent(late -> cell.add(line("Recording starts " + seconds(late) + " into the viewing")));
        if (playable.size() > 1) {
            cell.add(line("In " + playable.size() + " parts, which play one after the other."));
        }
        if (entry.missingPictures() > 0) {
            cell.add(line(LogWords.missing(entry.missingPictures())));
        }
        entry.problems().forEach(problem -> cell.add(line(problem)));
        if (!entry.snapshots().isEmpty()) {
            cell.add(new SnapshotStrip(entry.snapshots(), words));
        }
        String seenBy = audience.apply(entry.id());
        if (!seenBy.isEmpty()) {
            cell.add(line(seenBy));
        }
        cell.addClassName("pl-recording-cell");
        return cell;
    }

    Component note(LogEntry entry) {
        if (actions.mayChange(entry)) {
            return new NoteEditor(entry, notes);
        }
        String note = entry.viewing().note();
        return line(note == null ? "" : note);
    }

    Component buttons(LogEntry entry) {
        Div buttons = new Div();
        buttons.addClassName("pl-log-buttons");
        if (!entry.playable().isEmpty()) {
            Button watch = button("Watch", Icons.PLAY);
            watch.addClickListener(click -> actions.watch(entry));
            buttons.add(watch, download(entry));
            if (actions.mayChange(entry)) {
                Button evidence = button("Evidence", Icons.ARCHIVE);
                evidence.setTooltipText("Evidence: the recording, its checksum and what the log says, in one file");
                evidence.addClickListener(
                        click -> new Download("evidence/" + entry.id() + ".zip").save(UI.getCurrent()));
                buttons.add(evidence);
            }
        }
        if (!entry.playable().isEmpty() && actions.mayChange(entry)) {
            boolean kept = entry.isKept();
            Button keep = button(kept ? "Keep no longer" : "Keep", kept ? Icons.UNPIN : Icons.PIN);
            keep.addClickListener(click -> actions.keep(entry, !kept));
            buttons.add(keep);
        }
        if (!entry.viewing().isOpen() && actions.mayChange(entry)) {
            Button delete = button("Delete", Icons.TRASH);
            delete.addClickListener(click -> actions.delete(entry));
            buttons.add(delete);
        }
        return buttons;
    }

    /** The whole line on a phone. */
    Component card(LogEntry entry) {
        Viewing viewing = entry.viewing();
        Instant end = viewing.endedAt();
        boolean sameDay = end == null || words.day(end).equals(words.day(viewing.startedAt()));
        String times = words.time(viewing.startedAt()) + " – "
                + (end == null ? "now" : sameDay ? words.time(end) : words.dayOf(end) + " " + words.time(end));
        Div when = new Div(
                strong(times),
                small(words.dayOf(viewing.startedAt()) + " · " + LogWords.length(viewing.length(words.now()))
                        + (end == null ? " so far" : "")));
        when.addClassName("pl-card-when");
        Div card = new Div(who(entry), when, recording(entry), note(entry), how(entry), buttons(entry));
        card.addClassName("pl-log-card");
        return card;
    }

    private Component download(LogEntry entry) {
        Button download = button("Download", Icons.DOWNLOAD);
        download.setTooltipText("Download · " + LogWords.size(entry.recordedBytes()));
        List<Recording> parts = entry.playable();
        if (parts.size() == 1) {
            download.addClickListener(click -> new RecordingAddress(parts.getFirst()).save(UI.getCurrent()));
            return download;
        }
        ContextMenu menu = new ContextMenu(download);
        menu.setOpenOnClick(true);
        for (int i = 0; i < parts.size(); i++) {
            Recording part = parts.get(i);
            menu.addItem(
                    "Part " + (i + 1) + " · " + words.time(part.begin()) + " · " + LogWords.length(part.length())
                            + " · " + LogWords.size(part.bytes()),
                    click -> new RecordingAddress(part).save(UI.getCurrent()));
        }
        Div both = new Div(download, menu);
        both.addClassName("pl-log-download");
        return both;
    }

    private static Button button(String name, Icons icon) {
        Button button = new Button(icon.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }

    static Span badge(String text, String kind) {
        Span badge = new Span(new Text(text));
        badge.addClassName("pl-badge");
        if (!kind.isEmpty()) {
            badge.addClassName(kind);
        }
        return badge;
    }

    private static String seconds(Duration late) {
        return LogWords.length(Duration.ofSeconds(late.toSeconds()));
    }

    private static Component lines(String first, String second) {
        Div lines = new Div(strong(first));
        if (!second.isEmpty()) {
            lines.add(small(second));
        }
        lines.addClassName("pl-time-cell");
        return lines;
    }

    private static Span strong(String text) {
        Span span = new Span(text);
        span.addClassName("pl-strong");
        return span;
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassName("pl-small");
        return span;
    }

    private static Div line(String text) {
        Div line = new Div(text);
        line.addClassName("pl-small");
        return line;
    }
}
