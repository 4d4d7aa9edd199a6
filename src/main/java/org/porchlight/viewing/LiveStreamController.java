package org.porchlight.viewing;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Cursor;
import org.porchlight.media.Packet;
import org.porchlight.media.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The live picture as a browser or a script reads it. Each answer belongs to a viewing of the member who asks: to the page's,
 * whose number it carries, or to one of its own.
 */
@RestController
class LiveStreamController {

    private static final Duration FIRST_PICTURE = Duration.ofSeconds(10);

    private final Cameras cameras;
    private final Viewings viewings;
    private final StreamViewings streamViewings;
    private final LastSnapshots snapshots;
    private final ApplicationEventPublisher events;
    private final Map<Long, MjpegBroadcast> broadcasts = new ConcurrentHashMap<>();

    LiveStreamController(
            Cameras cameras,
            Viewings viewings,
            StreamViewings streamViewings,
            LastSnapshots snapshots,
            ApplicationEventPublisher events) {
        this.cameras = cameras;
        this.events = events;
        this.viewings = viewings;
        this.streamViewings = streamViewings;
        this.snapshots = snapshots;
    }

    /** Motion JPEG until the viewing ends, or its reader goes away. */
    @GetMapping("/live/{camera:\\d+}.mjpeg")
    void mjpeg(
            @PathVariable long camera,
            @RequestParam(name = "viewing", required = false) @Nullable Long pagesViewing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Viewing> viewing =
                streamViewings.joinOrAnswer(camera, pagesViewing, MultipartJpeg.CONTENT_TYPE, request, response);
        if (viewing.isPresent()) {
            watch(viewing.get(), pagesViewing, request, response);
        }
    }

    private void watch(
            Viewing viewing, @Nullable Long pagesViewing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean watching = false;
        try {
            StreamAnswer.begin(response, MultipartJpeg.CONTENT_TYPE);
            MjpegBroadcast broadcast = broadcasts.computeIfAbsent(
                    viewing.cameraId(),
                    id -> new MjpegBroadcast(() -> cameras.capture(id).jpeg().fromNewest()));
            AsyncContext answer = request.startAsync();
            answer.setTimeout(0);
            MjpegViewer viewer = new MjpegViewer(broadcast, viewings, viewing.id(), ViewerSocket.of(request), letGo -> {
                try {
                    streamViewings.leave(viewing, pagesViewing);
                    if (letGo) {
                        events.publishEvent(new ReaderLetGo(viewing));
                    }
                } finally {
                    answer.complete();
                }
            });
            broadcast.join(viewer);
            viewer.catchUp();
            watching = true;
        } finally {
            if (!watching) {
                streamViewings.leave(viewing, pagesViewing);
            }
        }
    }

    /** One fresh picture; a page's own can be kept in the log afterwards. */
    @GetMapping("/live/{camera:\\d+}.jpg")
    ResponseEntity<?> snapshot(
            @PathVariable long camera, @RequestParam(name = "viewing", required = false) @Nullable Long pagesViewing)
            throws InterruptedException {
        Optional<Sentence> refusal = streamViewings.refusal(camera);
        if (refusal.isPresent()) {
            return unavailable(refusal.get());
        }
        if (cameras.find(camera).isEmpty()
                || (pagesViewing != null
                        && streamViewings.pages(pagesViewing, camera).isEmpty())) {
            return ResponseEntity.notFound().build();
        }
        if (pagesViewing == null) {
            streamViewings.glance(camera);
        }
        try (Cursor pictures = cameras.capture(camera).jpeg().fromNewest()) {
            Packet picture = pictures.next(FIRST_PICTURE);
            if (picture == null) {
                Sentence why = cameras.status(camera).why();
                return unavailable(why == null ? Sentence.of("viewing.noPicture") : why);
            }
            byte[] jpeg = new byte[picture.size()];
            picture.bytes().get(jpeg);
            if (pagesViewing != null) {
                snapshots.took(pagesViewing, jpeg);
            }
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_JPEG)
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .body(jpeg);
        }
    }

    private static ResponseEntity<String> unavailable(Sentence sentence) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.TEXT_PLAIN)
                .body(sentence.toString());
    }

    /** Whatever else is asked for below this address: not a page either. */
    @GetMapping("/live/**")
    ResponseEntity<Void> nothing() {
        return ResponseEntity.notFound().build();
    }
}
