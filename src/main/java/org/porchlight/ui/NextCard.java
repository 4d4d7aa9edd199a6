package org.porchlight.ui;

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
        super(
                "next",
                "What goes next",
                "Removed by itself, for its age or when room is needed. What is kept is not among it.");
        this.words = words;
        add(rows);
    }

    void show(List<Upcoming> next) {
        rows.removeAll();
        next.forEach(one -> rows.add(row(one)));
        if (next.isEmpty()) {
            rows.add(new StorageRow("Nothing", "There is nothing to remove."));
        }
    }

    private StorageRow row(Upcoming next) {
        Recording recording = next.recording();
        Instant at = next.at();
        String when = at == null
                ? "Goes when room is needed"
                : at.isAfter(words.now()) ? "Goes on " + words.moment(at) : "Goes within a minute";
        return new StorageRow(
                recording.cameraName() + ", " + words.moment(recording.begin()),
                when + " · " + LogWords.length(recording.length()) + " · " + LogWords.size(recording.bytes())
                        + (recording.isTrashed() ? " · in the trash" : ""));
    }
}
