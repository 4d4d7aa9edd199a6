package org.porchlight.ui;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.porchlight.recording.Recording;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.Viewing;

/** Plays what was recorded of a viewing; several parts one after the other. */
class WatchDialog extends Dialog {

    private final LogWords words;
    private final List<Recording> parts;
    private final Video video;
    private final Tabs choice = new Tabs();
    private int playing;

    WatchDialog(LogEntry entry, LogWords words, LogActions actions) {
        this.words = words;
        this.parts = entry.playable();
        Viewing viewing = entry.viewing();
        String title = viewing.username() + ", " + words.moment(viewing.startedAt());
        video = new Video("Recording of " + viewing.cameraName() + ", " + words.moment(viewing.startedAt()));
        video.addClassName("pl-watch-video");
        video.play(new RecordingAddress(parts.getFirst()).toWatch());
        video.onEnd(() -> show(playing + 1));

        addClassName("pl-watch");
        setModality(ModalityMode.STRICT);
        setAriaLabel(title);
        getHeader().add(header(entry, title));
        Div trouble = new Div();
        trouble.addClassName("pl-problem");
        trouble.getElement().setAttribute("role", "alert");
        video.onTrouble(() -> {
            trouble.removeAll();
            trouble.add(
                    Icons.WARNING.create(),
                    new Span("This recording cannot be played. Its file may be gone, or its disk not connected."));
        });
        Div stage = new Div(video, trouble);
        stage.addClassName("pl-watch-stage");
        if (parts.size() > 1) {
            choice.addClassName("pl-segments");
            choice.getElement().setAttribute("aria-label", "Parts");
            for (int i = 0; i < parts.size(); i++) {
                choice.add(new Tab("Part " + (i + 1) + " · "
                        + LogWords.counter(parts.get(i).length())));
            }
            choice.addSelectedChangeListener(change -> {
                if (change.isFromClient()) {
                    show(choice.getSelectedIndex());
                }
            });
            stage.add(choice);
        }
        Div body = new Div(stage, aside(entry, actions));
        body.addClassName("pl-watch-body");
        add(body);
    }

    private Div header(LogEntry entry, String title) {
        Span about = new Span(entry.viewing().cameraName() + " · " + LogWords.length(entry.recordedLength()));
        about.addClassName("pl-small");
        Div words = new Div(new H2(title), about);
        words.addClassName("pl-watch-title");
        Button close = new Button(Icons.CLOSE.create(), click -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel("Close");
        Div header = new Div(new Initials(entry.viewing().username()), words, close);
        header.addClassName("pl-watch-header");
        return header;
    }

    private Div aside(LogEntry entry, LogActions actions) {
        Viewing viewing = entry.viewing();
        Instant end = viewing.endedAt();
        DescriptionList facts = new DescriptionList();
        facts.add(
                new DescriptionList.Term("Watched and recorded by"),
                new DescriptionList.Description(
                        viewing.device().isEmpty()
                                ? viewing.username()
                                : viewing.username() + ", " + viewing.device()));
        facts.add(
                new DescriptionList.Term("When"),
                new DescriptionList.Description(
                        words.time(viewing.startedAt()) + " – " + (end == null ? "now" : words.time(end))));
        facts.add(
                new DescriptionList.Term("Size"),
                new DescriptionList.Description(LogWords.size(entry.recordedBytes()) + ", MP4"));
        entry.lateBy()
                .ifPresent(late -> facts.add(
                        new DescriptionList.Term("Begins"),
                        new DescriptionList.Description(
                                LogWords.length(Duration.ofSeconds(late.toSeconds())) + " into the viewing")));
        if (entry.missingPictures() > 0) {
            facts.add(
                    new DescriptionList.Term("Gap"),
                    new DescriptionList.Description(LogWords.missing(entry.missingPictures())));
        }
        if (viewing.note() != null) {
            facts.add(new DescriptionList.Term("Note"), new DescriptionList.Description(viewing.note()));
        }
        entry.problems()
                .forEach(problem ->
                        facts.add(new DescriptionList.Term("What happened"), new DescriptionList.Description(problem)));

        Button download = new Button("Download", Icons.DOWNLOAD.create());
        download.addThemeVariants(ButtonVariant.PRIMARY);
        download.addClickListener(click -> new RecordingAddress(parts.get(playing)).save(UI.getCurrent()));
        Div foot = new Div(download);
        foot.addClassName("pl-watch-foot");
        if (!viewing.isOpen() && actions.mayChange(entry)) {
            Button delete = new Button("Delete", Icons.TRASH.create());
            delete.addClassName("pl-danger-text");
            delete.addClickListener(click -> {
                close();
                actions.delete(entry);
            });
            foot.add(delete);
        }
        Div aside = new Div(facts, foot);
        aside.addClassName("pl-watch-aside");
        return aside;
    }

    private void show(int part) {
        if (part < parts.size()) {
            playing = part;
            choice.setSelectedIndex(part);
            video.play(new RecordingAddress(parts.get(part)).toWatch());
        }
    }
}
