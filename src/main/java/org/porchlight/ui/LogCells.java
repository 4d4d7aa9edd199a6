package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.porchlight.recording.Recording;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.Viewing;

/** What stands in the cells of the log's grid, and on its cards on a phone. */
class LogCells {

    private final LogWords words;
    private final LogActions actions;
    private final NoteSaver notes;
    private final LogLines log;

    LogCells(LogWords words, LogActions actions, NoteSaver notes, LogLines log) {
        this.words = words;
        this.actions = actions;
        this.notes = notes;
        this.log = log;
    }

    /** With the heading of the day that begins with this line: the stylesheet lays it over the whole row. */
    Component picture(LogEntry entry) {
        Component thumb = Thumb.of(entry, actions);
        return log.begins(entry)
                .<Component>map(day -> new Div(new DayHeading(day, words), thumb))
                .orElse(thumb);
    }

    Component who(LogEntry entry) {
        Viewing viewing = entry.viewing();
        Div names = new Div(strong(viewing.username()), small(viewing.device()));
        Div who = new Div(new Initials(viewing.username()), names);
        who.addClassName("pl-who-cell");
        return who;
    }

    /** The day only where no heading says it; the length where the stylesheet finds no room for a column of it. */
    Component start(LogEntry entry) {
        Viewing viewing = entry.viewing();
        Div start = lines(words.time(viewing.startedAt()), log.isByDay() ? "" : words.dayOf(viewing.startedAt()));
        Span length = small(LogWords.length(viewing.length(words.now())));
        length.addClassName("pl-without-columns");
        start.add(length);
        return start;
    }

    /** With how it ended. */
    Component end(LogEntry entry) {
        Viewing viewing = entry.viewing();
        Instant at = viewing.endedAt();
        if (at == null) {
            return lines(translate("log.now"), how(viewing));
        }
        boolean sameDay = words.day(at).equals(words.day(viewing.startedAt()));
        return lines(words.time(at), sameDay ? how(viewing) : words.dayOf(at) + " · " + how(viewing));
    }

    Component length(LogEntry entry) {
        return lines(
                LogWords.length(entry.viewing().length(words.now())),
                entry.viewing().isOpen() ? translate("log.soFar") : "");
    }

    private static String how(Viewing viewing) {
        EndReason why = viewing.endReason();
        return translate(why == null ? "log.stillWatching" : "log.end." + why.name());
    }

    Component recording(LogEntry entry) {
        Div badges = new Div();
        badges.addClassName("pl-badges");
        if (entry.viewing().isOpen()) {
            badges.add(badge(translate("log.watchingNow"), "live"));
        }
        if (entry.isRecording()) {
            badges.add(badge(translate(entry.viewing().isOpen() ? "log.recording" : "log.finishing"), "rec"));
        }
        List<Recording> playable = entry.playable();
        if (!playable.isEmpty()) {
            badges.add(badge(translate("log.recorded"), "rec"));
        }
        if (entry.isKept()) {
            badges.add(badge(translate("log.kept"), "live"));
        }
        entry.lateBy().ifPresent(late -> badges.add(badge(translate("log.beganLate"), Icons.CLOCK)));
        if (entry.missingPictures() > 0) {
            badges.add(badge(translate("log.gap"), Icons.WARNING));
        }
        Div cell = new Div(badges);
        entry.lateBy().ifPresent(late -> cell.add(line(translate("log.lateBy", seconds(late)))));
        if (playable.size() > 1) {
            cell.add(line(translate("log.inParts", playable.size())));
        }
        if (entry.missingPictures() > 0) {
            cell.add(line(LogWords.missing(entry.missingPictures())));
        }
        entry.problems().forEach(problem -> cell.add(line(say(problem))));
        if (!entry.snapshots().isEmpty()) {
            cell.add(new SnapshotStrip(entry.snapshots(), words));
        }
        String seenBy = log.audience(entry);
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
        boolean mayChange = actions.mayChange(entry);
        boolean recorded = !entry.playable().isEmpty();
        if (recorded) {
            buttons.add(new DownloadButton(entry, words));
        }
        if (mayChange && (recorded || !entry.snapshots().isEmpty())) {
            Button evidence = button(translate("log.evidence"), Icons.ARCHIVE);
            evidence.setTooltipText(translate("log.evidenceIs"));
            evidence.addClickListener(click -> new Download("evidence/" + entry.id() + ".zip").save(UI.getCurrent()));
            buttons.add(evidence);
        }
        if (mayChange && recorded) {
            boolean kept = entry.isKept();
            Button keep = button(translate(kept ? "log.keepNoLonger" : "log.keep"), kept ? Icons.UNPIN : Icons.PIN);
            keep.addClickListener(click -> actions.keep(entry, !kept));
            buttons.add(keep);
        }
        if (!entry.viewing().isOpen() && mayChange) {
            Button delete = button(translate("log.delete"), Icons.TRASH);
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
                + (end == null
                        ? translate("log.now")
                        : sameDay ? words.time(end) : words.dayOf(end) + " " + words.time(end));
        String length = LogWords.length(viewing.length(words.now()));
        Div when = new Div(strong(times), small(end == null ? length + " " + translate("log.soFar") : length));
        when.addClassName("pl-card-when");
        Div how = new Div(how(viewing));
        how.addClassName("pl-how");
        Div card =
                new Div(Thumb.of(entry, actions), who(entry), when, recording(entry), note(entry), how, buttons(entry));
        card.addClassName("pl-log-card");
        return log.begins(entry)
                .<Component>map(day -> new Div(new DayHeading(day, words), card))
                .orElse(card);
    }

    static Button button(String name, Icons icon) {
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

    private static Span badge(String text, Icons icon) {
        Span badge = badge(text, "");
        badge.addComponentAsFirst(icon.create());
        return badge;
    }

    private static String seconds(Duration late) {
        return LogWords.length(Duration.ofSeconds(late.toSeconds()));
    }

    private static Div lines(String first, String second) {
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
