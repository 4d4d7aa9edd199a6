package org.porchlight.trail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Source;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;

/** What changed, in words: "Frames per second: 30, was 15". A camera's password is in none of them. */
final class Changes {

    private final List<String> words = new ArrayList<>();

    private Changes() {}

    static List<String> between(Settings before, Settings after) {
        Changes changes = new Changes();
        changes.add(HouseSettings.FRAMES_PER_SECOND, before.framesPerSecond(), after.framesPerSecond());
        changes.add(HouseSettings.RECORDINGS_FOLDER, before.recordingsFolder(), after.recordingsFolder());
        changes.add("Record every session", onOff(before.recordEverySession()), onOff(after.recordEverySession()));
        changes.add(HouseSettings.PRE_ROLL, before.preRollSeconds(), after.preRollSeconds());
        RoomLimits room = before.room();
        changes.add(HouseSettings.KEEP_FOR, days(room.days()), days(after.room().days()));
        changes.add(HouseSettings.MOST_ROOM, most(room), most(after.room()));
        changes.add(HouseSettings.LEAST_FREE, leastFree(room), leastFree(after.room()));
        changes.add(
                HouseSettings.TRASH, days(room.trashDays()), days(after.room().trashDays()));
        return changes.words;
    }

    static List<String> between(Camera before, Camera after) {
        Changes changes = new Changes();
        changes.add(Cameras.CAMERA_NAME, before.name(), after.name());
        changes.addSource(after.name(), before.source(), after.source());
        changes.add(of(Cameras.RESOLUTION, after.name()), size(before), size(after));
        return changes.words;
    }

    private void add(String name, Object before, Object after) {
        if (!before.equals(after)) {
            words.add(name + ": " + after + ", was " + before);
        }
    }

    /** Two sources may differ in nothing but their password. */
    private void addSource(String camera, @Nullable String before, @Nullable String after) {
        String shownBefore = display(before);
        String shownAfter = display(after);
        if (!shownBefore.equals(shownAfter)) {
            add(of(Cameras.SOURCE, camera), shownBefore, shownAfter);
        } else if (before != null && !before.equals(after)) {
            words.add(of(Cameras.SOURCE, camera) + ": " + shownAfter + ", with another login");
        }
    }

    /** What a camera reads, without its password. */
    static String source(Camera camera) {
        return display(camera.source());
    }

    /** There may be several cameras. */
    private static String of(String setting, String camera) {
        return setting + " of " + camera;
    }

    private static String display(@Nullable String source) {
        return source == null ? "automatic" : Source.parse(source).display();
    }

    private static String size(Camera camera) {
        return camera.width() + " × " + camera.height();
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String most(RoomLimits room) {
        return room.mostBytes() == 0 ? "no limit" : gigabytes(room.mostBytes());
    }

    private static String leastFree(RoomLimits room) {
        Long bytes = room.leastFreeBytes();
        return bytes == null ? "automatic" : gigabytes(bytes);
    }

    private static String gigabytes(long bytes) {
        return bytes / 1_000_000_000 + " GB";
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
