package org.porchlight.viewing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
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
import org.porchlight.recording.Sha256;
import org.porchlight.viewing.ArchiveProgress.State;

/**
 * Recordings and pictures that one member saves as one zip file, with their checksums. Written as it is read: neither the memory nor
 * the disk ever holds a copy. A file that is missing is named in one inside, and the rest is whole. Written by the thread of one request; watched and
 * cancelled from any.
 */
public final class Archive {

    private static final int BUFFER = 1 << 16;
    private static final long TELL_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final String id = UUID.randomUUID().toString();
    private final long memberId;
    private final Instant at;
    private final ZoneId zone;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, String> sums = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();
    private volatile Consumer<ArchiveProgress> listener = progress -> {};
    private volatile boolean cancelled;
    private long bytes;
    private int handled;
    private long sent;
    private long toldNanos = System.nanoTime();

    Archive(long memberId, Instant at, ZoneId zone) {
        this.memberId = memberId;
        this.at = at;
        this.zone = zone;
    }

    /** What is read when its turn comes. */
    interface Content {

        /** @throws IOException when there is nothing that may be read */
        InputStream open() throws IOException;
    }

    private record Item(long bytes, Content content) {}

    /** To be done before it is written. @param name of the file inside; gets a number where there is one of that name */
    void put(String name, long size, Content content) {
        int dot = name.lastIndexOf('.');
        String free = name;
        for (int number = 2; items.containsKey(free); number++) {
            free = name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
        }
        items.put(free, new Item(size, content));
        bytes += size;
    }

    boolean isEmpty() {
        return items.isEmpty();
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
    void write(OutputStream out) throws IOException {
        tell(State.SENDING);
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.setLevel(Deflater.NO_COMPRESSION); // pictures cannot be made any smaller
            for (Map.Entry<String, Item> each : items.entrySet()) {
                add(zip, each.getKey(), each.getValue().content());
                handled++;
            }
            add(
                    zip,
                    "checksums.sha256",
                    sums.entrySet().stream()
                            .map(sum -> sum.getValue() + "  " + sum.getKey())
                            .toList());
            add(zip, "What is missing.txt", missing);
            zip.finish();
            out.flush();
            tell(State.SENT);
        } catch (IOException e) {
            tell(cancelled ? State.CANCELLED : State.BROKEN);
            throw e;
        }
    }

    private void add(ZipOutputStream zip, String name, Content stored) throws IOException {
        InputStream content;
        try {
            content = stored.open();
        } catch (IOException e) {
            missing.add(name + ": its file is not there.");
            return;
        }
        MessageDigest digest = Sha256.digest();
        try (content) {
            zip.putNextEntry(new ZipEntry(name));
            if (copy(new DigestInputStream(content, digest), zip)) {
                sums.put(name, HexFormat.of().formatHex(digest.digest()));
            } else {
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

    private static void add(ZipOutputStream zip, String name, List<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private void tell(State state) {
        toldNanos = System.nanoTime();
        listener.accept(new ArchiveProgress(state, handled, items.size(), sent, bytes));
    }
}
