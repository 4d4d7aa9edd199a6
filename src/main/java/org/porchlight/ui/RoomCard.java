package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

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
        super("room", translate("room.title"), translate("room.about"));
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
        String recordings = LogWords.size(room.recorded());
        Room.Disk disk = room.disk();
        if (disk == null) {
            return translate("room.away", recordings);
        }
        String free = LogWords.size(disk.free());
        String full = full(room);
        return full.isEmpty()
                ? translate("room.free", recordings, free)
                : translate("room.freeAndFull", recordings, free, full);
    }

    void show(Room room) {
        setVisible(true);
        facts.removeAll();
        bar.removeAll();
        fact(translate("room.recordings"), LogWords.size(room.recorded()));
        if (room.kept() > 0) {
            fact(translate("room.kept"), LogWords.size(room.kept()));
        }
        if (room.trash() > 0) {
            fact(translate("room.trash"), LogWords.size(room.trash()));
        }
        Room.Disk disk = room.disk();
        bar.setVisible(disk != null);
        if (disk != null) {
            fact(
                    translate("room.freeOf"),
                    translate("room.of", LogWords.size(disk.free()), LogWords.size(disk.total())));
            fact(translate("room.floor"), LogWords.size(room.floor()));
            showBar(room, disk);
        }
        fact(
                translate("room.hour"),
                translate(
                        "room.aboutSize",
                        LogWords.size(
                                room.bytesPerSecond() * Duration.ofHours(1).toSeconds())));
        String full = full(room);
        fact(translate("room.full"), full.isEmpty() ? translate("room.unknown") : full);
        folder.setText(translate(
                        disk == null ? "room.folderAway" : "room.folder",
                        room.folder().toString())
                + " "
                + translate("room.reckoned"));
    }

    private void showBar(Room room, Room.Disk disk) {
        long used = Math.max(0, disk.total() - disk.free());
        long recordings = Math.min(room.recorded(), used);
        part("recordings", recordings, disk);
        part("other", used - recordings, disk);
        bar.getElement()
                .setAttribute(
                        "aria-label",
                        translate(
                                "room.bar",
                                LogWords.size(disk.total()),
                                LogWords.size(room.recorded()),
                                LogWords.size(used - recordings),
                                LogWords.size(disk.free())));
    }

    private void part(String kind, long bytes, Room.Disk disk) {
        Div part = new Div();
        part.addClassName(kind);
        part.getStyle().set("width", 100.0 * bytes / Math.max(1, disk.total()) + "%");
        bar.add(part);
    }

    private static String full(Room room) {
        OptionalLong days = room.daysUntilFull();
        return days.isEmpty() ? "" : LogWords.aboutDays(days.getAsLong());
    }

    private void fact(String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}
