package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.Recording;
import org.porchlight.viewing.LogEntry;

/** Plays what was recorded of a viewing; several parts one after the other. */
class WatchDialog extends Dialog {

    private final LogWords words;
    private final transient LogActions actions;
    private final transient Watching watching;
    private final Span kept = LogCells.badge(translate("log.kept"), "live");
    private final Div header = new Div();
    private final Div body = new Div();

    WatchDialog(LogWords words, LogActions actions, Watching watching) {
        this.words = words;
        this.actions = actions;
        this.watching = watching;
        addClassName("pl-watch");
        setModality(ModalityMode.STRICT);
        header.addClassName("pl-watch-header");
        body.addClassName("pl-watch-body");
        getHeader().add(header);
        add(body);
    }

    /** Plays this one from now on. */
    void show(LogEntry entry) {
        watching.isAt(entry);
        String title =
                entry.viewing().username() + ", " + words.moment(entry.viewing().startedAt());
        setAriaLabel(title);
        header.removeAll();
        head(entry, title);
        Stage stage = new Stage(entry);
        body.removeAll();
        body.add(stage, aside(entry, stage));
    }

    private @Nullable Runnable to(@Nullable LogEntry other) {
        return other == null ? null : () -> show(other);
    }

    private void head(LogEntry entry, String title) {
        Span about = new Span(entry.viewing().cameraName() + " · " + LogWords.length(entry.recordedLength()));
        about.addClassName("pl-small");
        Div name = new Div(new H2(title), about);
        name.addClassName("pl-watch-title");
        Button link = LogCells.button(translate("player.copyLink"), Icons.LINK);
        link.getElement().setAttribute("data-copy", "logs?watch=" + entry.id());
        link.addClickListener(click -> LogDeeds.tell(translate("player.copied")));
        Button close = LogCells.button(translate("log.close"), Icons.CLOSE);
        close.addClickListener(click -> close());
        header.add(new Initials(entry.viewing().username()), name);
        kept.setVisible(entry.isKept());
        header.add(kept, link, close);
    }

    private Div aside(LogEntry entry, Stage stage) {
        Button download = new Button(translate("log.download"), Icons.DOWNLOAD.create());
        download.addThemeVariants(ButtonVariant.PRIMARY);
        download.addClickListener(click -> new RecordingAddress(stage.playing()).save(UI.getCurrent()));
        Div foot = new Div(download);
        foot.addClassName("pl-watch-foot");
        if (actions.mayChange(entry)) {
            foot.add(keep(entry));
        }
        if (!entry.viewing().isOpen() && actions.mayChange(entry)) {
            Button delete = new Button(translate("log.delete"), Icons.TRASH.create());
            delete.addClassName("pl-danger-text");
            delete.addClickListener(click -> {
                close();
                actions.delete(entry);
            });
            foot.add(delete);
        }
        Div aside = new Div(new WatchFacts(entry, words), new WatchedBy(watching.looksAt(entry), words), foot);
        aside.addClassName("pl-watch-aside");
        return aside;
    }

    /** Plays on meanwhile. */
    private Button keep(LogEntry entry) {
        Button keep = new Button();
        show(keep, entry.isKept());
        keep.addClickListener(click -> {
            actions.keep(entry, !kept.isVisible());
            show(keep, watching.isKept(entry));
        });
        return keep;
    }

    private void show(Button keep, boolean isKept) {
        kept.setVisible(isKept);
        keep.setText(translate(isKept ? "log.keepNoLonger" : "log.keep"));
        keep.setIcon((isKept ? Icons.UNPIN : Icons.PIN).create());
    }

    /** The player, what it says when it cannot play, and the choice of parts. */
    private final class Stage extends Div {

        private final List<Recording> parts;
        private final Player player;
        private final Tabs choice = new Tabs();
        private int at;

        Stage(LogEntry entry) {
            parts = entry.playable();
            player = new Player(
                    translate(
                            "player.recordingOf",
                            entry.viewing().cameraName(),
                            words.moment(entry.viewing().startedAt())),
                    to(watching.nextTo(entry, false)),
                    to(watching.nextTo(entry, true)));
            Div trouble = new Div();
            trouble.addClassName("pl-problem");
            trouble.getElement().setAttribute("role", "alert");
            player.video().onTrouble(() -> {
                trouble.removeAll();
                trouble.add(Icons.WARNING.create(), new Span(translate("player.cannotBePlayed")));
            });
            player.video().onEnd(() -> play(at + 1));
            player.play(parts.getFirst(), words.zone());
            addClassName("pl-watch-stage");
            add(player, trouble);
            if (parts.size() > 1) {
                chooseParts();
            }
        }

        private void chooseParts() {
            choice.addClassName("pl-segments");
            choice.getElement().setAttribute("aria-label", translate("log.parts"));
            for (int i = 0; i < parts.size(); i++) {
                choice.add(new Tab(translate("log.part", i + 1) + " · "
                        + LogWords.counter(parts.get(i).length())));
            }
            choice.addSelectedChangeListener(change -> {
                if (change.isFromClient()) {
                    play(choice.getSelectedIndex());
                }
            });
            add(choice);
        }

        Recording playing() {
            return parts.get(at);
        }

        private void play(int part) {
            if (part < parts.size()) {
                at = part;
                choice.setSelectedIndex(part);
                player.play(parts.get(part), words.zone());
            }
        }
    }
}
