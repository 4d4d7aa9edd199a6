package org.porchlight.recording;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of downloaded files: what it shows and when, in characters that every file system takes. */
public final class FileNames {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);
    private static final int LONGEST_NAME = 60;

    private FileNames() {}

    /** For example {@code Front door 2026-11-22 18.40.12.mp4}, in the house's time. */
    static String of(Recording recording, ZoneId zone) {
        return of(recording.cameraName(), recording.begin(), zone, "mp4");
    }

    /** The same for other files about what a camera showed. */
    public static String of(String camera, Instant at, ZoneId zone, String extension) {
        String name = camera.replaceAll("[^\\p{L}\\p{M}\\p{N} _()+,&'-]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (name.length() > LONGEST_NAME) {
            name = name.substring(
                    0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
        }
        if (name.isBlank()) {
            name = "Recording";
        }
        return name.strip() + " " + WHEN.format(at.atZone(zone)) + "." + extension;
    }
}
