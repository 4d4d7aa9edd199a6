package org.porchlight.viewing;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines of the log as CSV (RFC 4180), which spreadsheets open: times in the house's zone, with what that is ahead of UTC. */
final class LogCsv {

    /** By it a spreadsheet knows that this is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final List<String> HEADER = List.of(
            "Began",
            "Ended",
            "Seconds",
            "Person",
            "Device",
            "Camera",
            "How it ended",
            "Note",
            "Recorded seconds",
            "Recorded bytes",
            "Pictures",
            "Kept");

    /** A cell that begins so is a formula for a spreadsheet, whoever wrote it into a name or a note. */
    private static final String BEGINS_FORMULAS = "=+-@\t\r";

    private final Writer out;
    private final ZoneId zone;

    LogCsv(Writer out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    void begin() throws IOException {
        out.write(BYTE_ORDER_MARK);
        write(HEADER.stream());
    }

    void line(LogEntry entry) throws IOException {
        Viewing viewing = entry.viewing();
        Instant ended = viewing.endedAt();
        EndReason why = viewing.endReason();
        boolean recorded = !entry.playable().isEmpty();
        write(Stream.of(
                when(viewing.startedAt()),
                ended == null ? "" : when(ended),
                ended == null
                        ? ""
                        : Long.toString(
                                Duration.between(viewing.startedAt(), ended).toSeconds()),
                viewing.username(),
                viewing.device(),
                viewing.cameraName(),
                why == null ? "" : why.words(),
                text(viewing.note()),
                recorded ? Long.toString(entry.recordedLength().toSeconds()) : "",
                recorded ? Long.toString(entry.recordedBytes()) : "",
                Integer.toString(entry.snapshots().size()),
                entry.isKept() ? "Kept" : ""));
    }

    private String when(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void write(Stream<String> cells) throws IOException {
        out.write(cells.map(LogCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(String text) {
        String harmless = !text.isEmpty() && BEGINS_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
