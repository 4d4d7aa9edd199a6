package org.porchlight.viewing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.Member;
import org.porchlight.recording.FileNames;
import org.porchlight.recording.Recording;
import org.porchlight.recording.Sha256;
import org.porchlight.recording.Snapshot;
import tools.jackson.databind.json.JsonMapper;

/**
 * One viewing to give away: its recordings and the pictures that were kept of it, as they are, their checksums, what the log says of
 * it, and who took it out and when.
 * Written as it is read: neither the memory nor the disk ever holds a copy.
 *
 * @param recordings what there is to watch of it, with their files, in their order
 * @param pictures what was kept of it, likewise
 */
record EvidencePack(
        LogEntry entry,
        Map<Recording, Path> recordings,
        Map<Snapshot, Path> pictures,
        Member by,
        Instant at,
        ZoneId zone) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss.SSS xxx", Locale.ENGLISH);

    /** "Front door 2026-11-22 18.40.12.zip" */
    String name() {
        return FileNames.of(entry.viewing().cameraName(), entry.viewing().startedAt(), zone, "zip");
    }

    /** Writes it; {@code out} stays open. */
    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION); // pictures cannot be made any smaller
        Map<String, String> sums = new LinkedHashMap<>();
        for (Map.Entry<Recording, Path> each : recordings.entrySet()) {
            sums.put(nameOf(each.getKey()), copy(each.getValue(), nameOf(each.getKey()), zip));
        }
        for (Map.Entry<Snapshot, Path> each : pictures.entrySet()) {
            sums.put(nameOf(each.getKey()), copy(each.getValue(), nameOf(each.getKey()), zip));
        }
        text(
                zip,
                "checksums.sha256",
                sums.entrySet().stream()
                        .map(sum -> sum.getValue() + "  " + sum.getKey())
                        .toList());
        text(zip, "log.txt", words(sums));
        zip.putNextEntry(new ZipEntry("log.json"));
        zip.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(json(sums)));
        zip.closeEntry();
        zip.finish();
    }

    private static String copy(Path file, String name, ZipOutputStream zip) throws IOException {
        MessageDigest digest = Sha256.digest();
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(ZipOutputStream zip, String name, List<String> lines) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** @param sums by the name of the file */
    private List<String> words(Map<String, String> sums) {
        Viewing viewing = entry.viewing();
        Instant ended = viewing.endedAt();
        EndReason why = viewing.endReason();
        List<String> lines = new ArrayList<>(List.of(
                "Camera: " + viewing.cameraName(),
                "Watched by: " + viewing.username() + (viewing.device().isEmpty() ? "" : ", " + viewing.device()),
                "From: " + when(viewing.startedAt()),
                "To: " + (ended == null ? "still going on" : when(ended))
                        + (why == null ? "" : " (" + why.words() + ")"),
                "Note: " + Objects.requireNonNullElse(viewing.note(), "")));
        for (Recording recording : recordings.keySet()) {
            lines.add("");
            lines.add("Recording: " + nameOf(recording));
            lines.add("First picture: " + when(recording.begin()));
            lines.add("Length: " + recording.length().toMillis() / 1000.0 + " s");
            lines.add("Pictures that are missing: " + recording.gaps());
            lines.add("SHA-256: " + sums.get(nameOf(recording)));
            if (recording.problem() != null) {
                lines.add("Problem: " + recording.problem());
            }
        }
        for (Snapshot picture : pictures.keySet()) {
            lines.add("");
            lines.add("Picture: " + nameOf(picture));
            lines.add("Taken: " + when(picture.takenAt()));
            lines.add("SHA-256: " + sums.get(nameOf(picture)));
        }
        lines.add("");
        lines.add("Taken out of Porchlight by " + by.username() + " at " + when(at));
        return lines;
    }

    private Map<String, @Nullable Object> json(Map<String, String> sums) {
        Viewing viewing = entry.viewing();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("viewing", viewing.id());
        json.put("camera", viewing.cameraName());
        json.put("watchedBy", viewing.username());
        json.put("device", viewing.device());
        json.put("from", viewing.startedAt().toString());
        json.put("to", text(viewing.endedAt()));
        json.put("ended", text(viewing.endReason()));
        json.put("note", viewing.note());
        json.put(
                "recordings",
                recordings.keySet().stream()
                        .map(recording -> json(recording, sums.get(nameOf(recording))))
                        .toList());
        json.put(
                "pictures",
                pictures.keySet().stream()
                        .map(picture -> json(picture, sums.get(nameOf(picture))))
                        .toList());
        json.put("exportedBy", by.username());
        json.put("exportedAt", at.toString());
        return json;
    }

    private Map<String, @Nullable Object> json(Recording recording, @Nullable String sum) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", nameOf(recording));
        json.put("sha256", sum);
        json.put("firstPicture", recording.begin().toString());
        json.put("lengthMillis", recording.length().toMillis());
        json.put("missingPictures", recording.gaps());
        json.put("problem", text(recording.problem()));
        return json;
    }

    private Map<String, @Nullable Object> json(Snapshot picture, @Nullable String sum) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", nameOf(picture));
        json.put("sha256", sum);
        json.put("taken", picture.takenAt().toString());
        return json;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private String nameOf(Recording recording) {
        return numbered(
                FileNames.of(recording.cameraName(), recording.begin(), zone, "mp4"), recording, recordings.keySet());
    }

    private String nameOf(Snapshot picture) {
        return numbered(
                FileNames.of(entry.viewing().cameraName(), picture.takenAt(), zone, "jpg"), picture, pictures.keySet());
    }

    /** With its number, where there are several: two may begin within one second. */
    private static <T> String numbered(String name, T one, Collection<T> all) {
        return all.size() == 1 ? name : (List.copyOf(all).indexOf(one) + 1) + " " + name;
    }

    private String when(Instant at) {
        return WHEN.format(at.atZone(zone));
    }
}
