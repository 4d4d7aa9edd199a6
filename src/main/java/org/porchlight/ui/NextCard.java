package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import org.porchlight.recording.Pruning.Upcoming;
import org.porchlight.recording.Recording;

/** What is removed next by itself, and when. */
final class NextCard extends SettingsCard {

    private final LogWords words;
    private final Div rows = new Div();

    NextCard(LogWords words) {
        super("next", translate("storage.next"), translate("storage.nextAbout"));
        this.words = words;
        add(rows);
    }

    void show(List<Upcoming> next) {
        rows.removeAll();
        next.forEach(one -> rows.add(row(one)));
        if (next.isEmpty()) {
            rows.add(new StorageRow(translate("storage.nextNothing"), translate("storage.nextNothingAbout")));
        }
    }

    private StorageRow row(Upcoming next) {
        Recording recording = next.recording();
        Instant at = next.at();
        String when = at == null
                ? translate("storage.goesForRoom")
                : at.isAfter(words.now())
                        ? translate("storage.goesOn", words.moment(at))
                        : translate("storage.goesNow");
        return new StorageRow(
                recording.cameraName() + ", " + words.moment(recording.begin()),
                when + " · " + LogWords.length(recording.length()) + " · " + LogWords.size(recording.bytes())
                        + (recording.isTrashed() ? " · " + translate("storage.nextInTrash") : ""));
    }
}
