package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;
import static org.porchlight.ui.Texts.say;

import com.vaadin.flow.component.html.DescriptionList;
import java.time.Duration;
import java.time.Instant;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.Viewing;

/** What the log says of a viewing, beside its recording. */
final class WatchFacts extends DescriptionList {

    WatchFacts(LogEntry entry, LogWords words) {
        Viewing viewing = entry.viewing();
        Instant end = viewing.endedAt();
        fact(
                "log.watchedAndRecordedBy",
                viewing.device().isEmpty() ? viewing.username() : viewing.username() + ", " + viewing.device());
        fact(
                "log.when",
                words.time(viewing.startedAt()) + " – " + (end == null ? translate("log.now") : words.time(end)));
        fact("log.size", LogWords.size(entry.recordedBytes()) + ", MP4");
        entry.lateBy()
                .ifPresent(late -> fact(
                        "log.begins",
                        translate("log.intoTheViewing", LogWords.length(Duration.ofSeconds(late.toSeconds())))));
        if (entry.missingPictures() > 0) {
            fact("log.gap", LogWords.missing(entry.missingPictures()));
        }
        if (viewing.note() != null) {
            fact("log.note", viewing.note());
        }
        entry.problems().forEach(problem -> fact("log.whatHappened", say(problem)));
    }

    private void fact(String name, String value) {
        add(new Term(translate(name)), new Description(value));
    }
}
