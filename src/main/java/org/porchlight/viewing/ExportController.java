package org.porchlight.viewing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.recording.FileNames;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives the log as a list, and recordings as an archive, to signed-in members; both are made while they are sent. */
@RestController
class ExportController {

    /** Between two questions to the database, which has one connection for all. */
    private static final int LINES_AT_ONCE = 500;

    private final ViewingLog log;
    private final Archives archives;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    ExportController(ViewingLog log, Archives archives, ApplicationEventPublisher events, Clock clock, ZoneId zone) {
        this.log = log;
        this.archives = archives;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** What a filter leaves of the log, the newest line first. */
    @GetMapping("/exports/log.csv")
    void log(
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String who,
            @RequestParam @Nullable Long camera,
            @RequestParam @Nullable String recorded,
            HttpServletResponse response)
            throws IOException {
        LogFilter filter = new LogFilter(from, to, who, camera, recorded != null);
        events.publishEvent(new LogExported(log.summary(filter).viewings()));
        send(response, "text/csv;charset=UTF-8", FileNames.of("Porchlight log", clock.instant(), zone, "csv"));
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        LogCsv csv = new LogCsv(out, zone);
        csv.begin();
        List<LogEntry> lines = log.page(filter, LogSort.NEWEST_FIRST, 0, LINES_AT_ONCE);
        while (!lines.isEmpty()) {
            for (LogEntry line : lines) {
                csv.line(line);
            }
            lines = log.nextTo(lines.getLast().viewing(), false, filter, LINES_AT_ONCE);
        }
        out.flush();
    }

    @GetMapping("/exports/{id:[0-9a-f-]{36}}.zip")
    void archive(@PathVariable String id, HttpServletResponse response) throws IOException {
        Optional<Archive> archive = archives.take(id);
        if (archive.isEmpty()) {
            nothing(response);
            return;
        }
        send(response, "application/zip", archive.get().name());
        archive.get().write(response.getOutputStream());
    }

    /** Whatever else is asked for below this address does not exist; it must not fall through to a page. */
    @GetMapping("/exports/**")
    void nothing(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store, private");
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }

    private static void send(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store, private");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
