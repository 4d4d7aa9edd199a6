package org.porchlight.recording;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves recordings to signed-in members, to play (Spring answers Range requests, so a player seeks at once) and, with
 * {@code ?download}, to save under a name that says what it is.
 */
@RestController
class RecordingController {

    private static final MediaType MP4 = MediaType.parseMediaType("video/mp4");

    private final RecordingLibrary library;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    RecordingController(RecordingLibrary library, ApplicationEventPublisher events, ZoneId zone) {
        this.library = library;
        this.events = events;
        this.zone = zone;
    }

    @GetMapping("/recordings/{id:[0-9a-f-]{36}}.mp4")
    ResponseEntity<Resource> recording(
            @PathVariable String id, @RequestParam Map<String, String> parameters, HttpMethod method) {
        Optional<Recording> recording = library.find(id);
        if (recording.isEmpty() || library.fileOf(id).isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        String name = FileNames.of(recording.get(), zone);
        boolean download = parameters.containsKey("download");
        if (method.equals(HttpMethod.GET)) {
            events.publishEvent(new RecordingOpened(recording.get(), download));
        }
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MP4)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", disposition.toString())
                .body(new RecordingFile(library, id));
    }

    /** Whatever else is asked for below this address does not exist; it must not fall through to a page. */
    @GetMapping("/recordings/**")
    ResponseEntity<Void> nothing() {
        return ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }
}
