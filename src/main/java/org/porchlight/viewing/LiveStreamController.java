package org.porchlight.viewing;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Cursor;
import org.porchlight.media.Packet;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The live picture as a browser or a script reads it. Each answer belongs to a viewing of the member who asks: to the page's,
 * whose number it carries, or to one of its own. Runs on a virtual thread a viewer; always sends the newest picture.
 */
@RestController
class LiveStreamController {

    /** How often a viewing is asked whether it goes on while no picture comes. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /**
     * While no picture comes, something is sent that often, the last picture if there is one: it shows whether the reader is
     * still there.
     */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private static final Duration FIRST_PICTURE = Duration.ofSeconds(10);

    private final Cameras cameras;
    private final Viewings viewings;
    private final StreamViewings streamViewings;
    private final CurrentMember currentMember;
    private final Map<Long, MultipartJpeg> parts = new ConcurrentHashMap<>();

    LiveStreamController(
            Cameras cameras, Viewings viewings, StreamViewings streamViewings, CurrentMember currentMember) {
        this.cameras = cameras;
        this.viewings = viewings;
        this.streamViewings = streamViewings;
        this.currentMember = currentMember;
    }

    /** Motion JPEG until the viewing ends, or its reader goes away. */
    @GetMapping("/live/{camera:\\d+}.mjpeg")
    void mjpeg(
            @PathVariable long camera,
            @RequestParam(name = "viewing", required = false) @Nullable Long pagesViewing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            response.setContentType(MultipartJpeg.CONTENT_TYPE);
            return;
        }
        Optional<Viewing> viewing = streamViewings.join(camera, pagesViewing, request);
        if (viewing.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return;
        }
        MultipartJpeg multipart = parts.computeIfAbsent(camera, any -> new MultipartJpeg());
        try (Cursor pictures = cameras.capture(camera).jpeg().fromNewest()) {
            ServletOutputStream out = StreamAnswer.begin(response, MultipartJpeg.CONTENT_TYPE);
            stream(pictures, viewing.get().id(), multipart, out);
        } catch (IOException e) {
            // The reader has gone, as readers do.
        } finally {
            streamViewings.leave(viewing.get(), pagesViewing);
        }
    }

    private void stream(Cursor pictures, long viewing, MultipartJpeg multipart, ServletOutputStream out)
            throws IOException, InterruptedException {
        Packet shown = null;
        long sign = System.nanoTime();
        while (viewings.isOpen(viewing)) {
            Packet picture = pictures.next(PATIENCE);
            if (picture != null) {
                if (shown == null) {
                    out.write(MultipartJpeg.START);
                }
                shown = picture;
            } else if (System.nanoTime() - sign < SIGN_OF_LIFE.toNanos()) {
                continue;
            }
            write(multipart, shown, out);
            viewings.renew(viewing);
            sign = System.nanoTime();
        }
    }

    private static void write(MultipartJpeg multipart, @Nullable Packet picture, ServletOutputStream out)
            throws IOException {
        if (picture == null) {
            out.write(MultipartJpeg.PREAMBLE);
            out.flush();
        } else {
            try (MultipartJpeg.Part part = multipart.part(picture)) {
                // Jetty passes a buffer on at once, and what it had gathered before it: nothing is left to flush.
                out.write(part.bytes());
            }
        }
    }

    /** One fresh picture. */
    @GetMapping("/live/{camera:\\d+}.jpg")
    ResponseEntity<?> snapshot(
            @PathVariable long camera, @RequestParam(name = "viewing", required = false) @Nullable Long pagesViewing)
            throws InterruptedException {
        if (cameras.find(camera).isEmpty()
                || (pagesViewing != null
                        && streamViewings.pages(pagesViewing, camera).isEmpty())) {
            return ResponseEntity.notFound().build();
        }
        if (pagesViewing == null) {
            viewings.glance(currentMember.get(), camera, StreamViewings.PROGRAM);
        }
        try (Cursor pictures = cameras.capture(camera).jpeg().fromNewest()) {
            Packet picture = pictures.next(FIRST_PICTURE);
            if (picture == null) {
                String why = cameras.status(camera).why();
                return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(why == null ? "There is no picture at the moment." : why);
            }
            byte[] jpeg = new byte[picture.size()];
            picture.bytes().get(jpeg);
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_JPEG)
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .body(jpeg);
        }
    }

    /** Whatever else is asked for below this address: not a page either. */
    @GetMapping("/live/**")
    ResponseEntity<Void> nothing() {
        return ResponseEntity.notFound().build();
    }
}
