package org.porchlight.ui;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.camera.Camera;
import org.porchlight.settings.Settings;

/**
 * What stands in the fields of the settings page.
 *
 * @param framesPerSecond null when what was typed is no number
 * @param preRoll seconds; null when what was typed is no number
 */
record SettingsDraft(
        String cameraName,
        String source,
        String resolution,
        @Nullable Integer framesPerSecond,
        String recordingsFolder,
        boolean recordEverySession,
        @Nullable Integer preRoll,
        RoomFields.Draft room) {

    static SettingsDraft of(Settings settings, Camera camera) {
        String source = camera.source();
        return new SettingsDraft(
                camera.name(),
                source == null ? "" : source,
                resolution(camera.width(), camera.height()),
                settings.framesPerSecond(),
                settings.recordingsFolder().toString(),
                settings.recordEverySession(),
                settings.preRollSeconds(),
                RoomFields.Draft.of(settings.room()));
    }

    static String resolution(int width, int height) {
        return width + " × " + height;
    }

    /** How many pixels are asked for in a second; 0 where what was typed is no number. */
    double picturesAndPixels() {
        double pictures = framesPerSecond == null ? 0 : framesPerSecond;
        for (String side : resolution.split("\\D+")) {
            pictures *= side.isEmpty() ? 0 : Long.parseLong(side);
        }
        return pictures;
    }

    /** In how many fields the two differ. */
    int differences(SettingsDraft other) {
        return (int) Stream.of(
                        cameraName.equals(other.cameraName),
                        source.equals(other.source),
                        resolution.equals(other.resolution),
                        Objects.equals(framesPerSecond, other.framesPerSecond),
                        recordingsFolder.equals(other.recordingsFolder),
                        recordEverySession == other.recordEverySession,
                        Objects.equals(preRoll, other.preRoll),
                        Objects.equals(room.days(), other.room.days()),
                        Objects.equals(room.most(), other.room.most()),
                        Objects.equals(room.leastFree(), other.room.leastFree()),
                        Objects.equals(room.trashDays(), other.room.trashDays()))
                .filter(same -> !same)
                .count();
    }

    /**
     * What was changed here since {@code shown}, on top of what holds {@code now}: a change that somebody else saved in the
     * meantime, to another field, stays.
     */
    SettingsDraft onTopOf(SettingsDraft now, SettingsDraft shown) {
        return new SettingsDraft(
                cameraName.equals(shown.cameraName) ? now.cameraName : cameraName,
                source.equals(shown.source) ? now.source : source,
                resolution.equals(shown.resolution) ? now.resolution : resolution,
                Objects.equals(framesPerSecond, shown.framesPerSecond) ? now.framesPerSecond : framesPerSecond,
                recordingsFolder.equals(shown.recordingsFolder) ? now.recordingsFolder : recordingsFolder,
                recordEverySession == shown.recordEverySession ? now.recordEverySession : recordEverySession,
                Objects.equals(preRoll, shown.preRoll) ? now.preRoll : preRoll,
                room.onTopOf(now.room, shown.room));
    }
}
