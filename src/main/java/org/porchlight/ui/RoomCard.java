package org.porchlight.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.OptionalLong;
import org.porchlight.recording.Room;
import org.porchlight.recording.StorageReport;

/** What the recordings take of their disk, and what is free. */
final class RoomCard extends SettingsCard {

    private final Div bar = new Div();
    private final DescriptionList facts = new DescriptionList();
    private final Paragraph folder = new Paragraph();

    RoomCard() {
        super("room", "Room", "What recordings take of their disk, and what is free.");
        bar.addClassName("pl-meter");
        bar.getElement().setAttribute("role", "img");
        facts.addClassName("pl-facts");
        folder.addClassName("pl-setting-why");
        Div body = new Div(bar, facts, folder);
        body.addClassName("pl-card-body");
        add(body);
        setVisible(false);
    }

    /** 4.2 GB of recordings. 23 GB are free, full in about 41 days. */
    static String summary(StorageReport report) {
        Room room = report.room();
        String recordings = LogWords.size(room.recorded()) + " of recordings";
        Room.Disk disk = room.disk();
        return disk == null
                ? recordings + ". Their disk is not there."
                : recordings + ". " + LogWords.size(disk.free()) + " are free" + full(room, ", full in ") + ".";
    }

    void show(Room room) {
        setVisible(true);
        facts.removeAll();
        bar.removeAll();
        fact("Recordings", LogWords.size(room.recorded()));
        if (room.kept() > 0) {
            fact("Kept of them", LogWords.size(room.kept()));
        }
        if (room.trash() > 0) {
            fact("In the trash", LogWords.size(room.trash()));
        }
        Room.Disk disk = room.disk();
        bar.setVisible(disk != null);
        if (disk != null) {
            fact("Free", LogWords.size(disk.free()) + " of " + LogWords.size(disk.total()));
            fact("Stays free", LogWords.size(room.floor()));
            showBar(room, disk);
        }
        fact(
                "An hour takes",
                "about "
                        + LogWords.size(
                                room.bytesPerSecond() * Duration.ofHours(1).toSeconds()));
        String full = full(room, "");
        fact("Full in", full.isEmpty() ? "not known: nothing was recorded lately" : full);
        folder.setText("In " + room.folder()
                + (disk == null ? ", which is not there. Connect its disk." : ".")
                + " How long it lasts is reckoned from the last days, as if nothing were removed.");
    }

    private void showBar(Room room, Room.Disk disk) {
        long used = Math.max(0, disk.total() - disk.free());
        long recordings = Math.min(room.recorded(), used);
        part("recordings", recordings, disk);
        part("other", used - recordings, disk);
        bar.getElement()
                .setAttribute(
                        "aria-label",
                        "Of " + LogWords.size(disk.total()) + ", recordings take " + LogWords.size(room.recorded())
                                + ", other files " + LogWords.size(used - recordings) + ", and "
                                + LogWords.size(disk.free()) + " are free");
    }

    private void part(String kind, long bytes, Room.Disk disk) {
        Div part = new Div();
        part.addClassName(kind);
        part.getStyle().set("width", 100.0 * bytes / Math.max(1, disk.total()) + "%");
        bar.add(part);
    }

    private static String full(Room room, String before) {
        OptionalLong days = room.daysUntilFull();
        if (days.isEmpty()) {
            return "";
        }
        return before + LogWords.aboutDays(days.getAsLong());
    }

    private void fact(String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}
