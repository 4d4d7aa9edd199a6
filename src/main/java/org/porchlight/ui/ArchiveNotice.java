package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.porchlight.viewing.Archive;
import org.porchlight.viewing.ArchiveProgress;

/** Has the browser save an archive; shows how far that is, for as long as it takes, and can end it. */
final class ArchiveNotice extends Notification {

    private static final int MILLIS_AFTER = 6_000;

    private final Span words = new Span(translate("log.archiveBegins"));
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;

    ArchiveNotice(Archive archive, UI ui) {
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", translate("log.archive"));
        cancel = new Button(translate("log.cancel"), click -> {
            archive.cancel();
            close();
        });
        Div line = new Div(words, cancel);
        line.addClassName("pl-undo");
        Div all = new Div(line, bar);
        all.addClassName("pl-archive");
        add(all);
        setDuration(0);
        setPosition(Position.BOTTOM_CENTER);
        // Who has left the page gets the file all the same.
        archive.onProgress(ui.accessLater((ArchiveProgress progress) -> show(progress), () -> {})::accept);
        new Download("exports/" + archive.id() + ".zip").save(ui);
    }

    private void show(ArchiveProgress progress) {
        switch (progress.state()) {
            case SENDING -> {
                bar.setIndeterminate(progress.ofBytes() == 0);
                bar.setValue(
                        progress.ofBytes() == 0 ? 0 : Math.min(1.0, (double) progress.bytes() / progress.ofBytes()));
                words.setText(translate(
                        "log.archiveSends",
                        Math.min(progress.files() + 1, progress.ofFiles()),
                        progress.ofFiles(),
                        LogWords.size(progress.bytes()),
                        LogWords.size(progress.ofBytes())));
            }
            case SENT -> end(translate("log.archiveSent", progress.files(), LogWords.size(progress.bytes())));
            case CANCELLED -> end(translate("log.archiveCancelled"));
            case BROKEN -> end(translate("log.archiveBroken"));
        }
    }

    private void end(String sentence) {
        words.setText(sentence);
        bar.setVisible(false);
        cancel.setText(translate("log.close"));
        setDuration(MILLIS_AFTER);
    }
}
