package org.porchlight.viewing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.porchlight.recording.FileNames;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.viewing.ArchiveProgress.State;

/**
 * Recordings that one member saves as one zip file. Written as it is read: neither the memory nor the disk ever holds a copy. A
 * recording that is missing is named in a file inside, and the rest is whole. Written by the thread of one request; watched and
 * cancelled from any.
 */
public final class Archive {

    private static final int BUFFER = 1 << 16;
    private static final long TELL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final String id = UUID.randomUUID().toString();
    private final long memberId;
    private final Instant at;
    private final ZoneId zone;
    private final Map<String, Recording> recordings;
    private final long bytes;
    private final List<String> missing = new ArrayList<>();
    private volatile Consumer<ArchiveProgress> listener = progress -> {};
    private volatile boolean cancelled;
    private int handled;
    private long sent;
    private long toldNanos = System.nanoTime();

    Archive(long memberId, Instant at, ZoneId zone, List<Recording> recordings) {
        this.memberId = memberId;
        this.at = at;
        this.zone = zone;
        this.recordings = named(recordings, zone);
        this.bytes = recordings.stream().mapToLong(Recording::bytes).sum();
    }

    private static Map<String, Recording> named(List<Recording> recordings, ZoneId zone) {
        Map<String, Recording> named = new LinkedHashMap<>();
        for (Recording recording : recordings) {
            String name = FileNames.of(recording.cameraName(), recording.begin(), zone, "mp4");
            String free = name;
            for (int number = 2; named.containsKey(free); number++) {
                free = name.replaceFirst("\\.mp4$", " (" + number + ").mp4");
            }
            named.put(free, recording);
        }
        return named;
    }

    /** Below which address it is sent. */
    public String id() {
        return id;
    }

    /** Tells of each step, some three times a second, on the thread that sends: the listener must not block. */
    public void onProgress(Consumer<ArchiveProgress> told) {
        listener = told;
    }

    /** Has it end soon, unfinished. */
    public void cancel() {
        cancelled = true;
    }

    boolean isOf(long member) {
        return memberId == member;
    }

    Instant at() {
        return at;
    }

    /** "Recordings 2026-11-22 18.40.12.zip" */
    String name() {
        return FileNames.of("Recordings", at, zone, "zip");
    }

    /** Writes it; {@code out} stays open. @throws IOException when it was cancelled or nobody takes it any more */
    void write(OutputStream out, RecordingLibrary library) throws IOException {
        tell(State.SENDING);
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setLevel(Deflater.NO_COMPRESSION); // pictures cannot be made any smaller
            for (Map.Entry<String, Recording> each : recordings.entrySet()) {
                add(zip, each.getKey(), each.getValue(), library);
                handled++;
            }
            addMissing(zip);
            zip.finish();
            out.flush();
            tell(State.SENT);
        } catch (IOException e) {
            tell(cancelled ? State.CANCELLED : State.BROKEN);
            throw e;
        }
    }

    private void add(ZipOutputStream zip, String name, Recording recording, RecordingLibrary library)
            throws IOException {
        InputStream content;
        try {
            content = library.download(recording);
        } catch (IOException e) {
            missing.add(name + ": its file is not there.");
            return;
        }
        try (content) {
            zip.putNextEntry(new ZipEntry(name));
            if (!copy(content, zip)) {
                missing.add(name + ": only its beginning could be read.");
            }
            zip.closeEntry();
        }
    }

    /** False where the rest cannot be read; that nobody takes it is an error. */
    private boolean copy(InputStream content, ZipOutputStream zip) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (true) {
            int read;
            try {
                read = content.read(buffer);
            } catch (IOException e) {
                return false;
            }
            if (read < 0) {
                return true;
            }
            if (cancelled) {
                throw new IOException("The archive was cancelled");
            }
            zip.write(buffer, 0, read);
            sent += read;
            if (System.nanoTime() - toldNanos > TELL_EVERY_NANOS) {
                tell(State.SENDING);
            }
        }
    }

    private void addMissing(ZipOutputStream zip) throws IOException {
        if (!missing.isEmpty()) {
            zip.putNextEntry(new ZipEntry("What is missing.txt"));
            zip.write((String.join("\n", missing) + "\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private void tell(State state) {
        toldNanos = System.nanoTime();
        listener.accept(new ArchiveProgress(state, handled, recordings.size(), sent, bytes));
    }
}
