package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.time.Duration;
import java.util.Objects;
import org.porchlight.recording.Room;
import org.porchlight.settings.RoomLimits;

/**
 * What a change of the settings will mean for the disk, before it is saved; reckoned from what was recorded lately.
 *
 * @param more what recordings will take, as a multiple of what they take now
 */
record ChangeOutlook(Room room, RoomLimits limits, double more) {

    /** "Recordings take about 1.2 GB an hour. There is room for about 26 days of what was recorded lately." */
    String words() {
        long hour =
                Math.round(room.bytesPerSecond() * more * Duration.ofHours(1).toSeconds());
        String rate = translate("means.anHour", LogWords.size(Math.max(1, hour)));
        Room.Disk disk = room.disk();
        return disk == null ? rate : rate + " " + room(disk, Math.max(1, hour));
    }

    private String room(Room.Disk disk, long hour) {
        long floor = Objects.requireNonNullElse(limits.leastFreeBytes(), room.floor());
        long left = Math.max(0, disk.free() - floor);
        if (limits.mostBytes() > 0) {
            left = Math.min(left, Math.max(0, limits.mostBytes() - room.recorded()));
        }
        long perDay = Math.round(room.bytesPerDay() * more);
        if (perDay == 0) {
            return translate("means.hours", LogWords.length(Duration.ofHours(left / hour)));
        }
        long days = left / perDay;
        return limits.days() > 0 && limits.days() <= days
                ? translate("means.goBefore", LogWords.days(limits.days()))
                : translate("means.days", LogWords.aboutDays(days));
    }
}
