package org.porchlight.viewing;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
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

    /** What the log calls a reader that is no page of ours. */
    private static final String PROGRAM = "Program";

    private final Cameras cameras;
    private final Viewings viewings;
    private final CurrentMember currentMember;
    private final Map<Long, MultipartJpeg> parts = new ConcurrentHashMap<>();

    LiveStreamController(Cameras cameras, Viewings viewings, CurrentMember currentMember) {
        this.cameras = cameras;
        this.viewings = viewings;
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
        Optional<Viewing> viewing = pagesViewing == null ? begin(camera, request) : find(pagesViewing, camera);
        if (viewing.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return;
        }
        response.setContentType(MultipartJpeg.CONTENT_TYPE);
        response.setHeader("Cache-Control", "no-store, private");
        // Without it the answer would be cut into chunks, which costs and which some readers cannot take.
        response.setHeader("Connection", "close");
        long id = viewing.get().id();
        MultipartJpeg multipart = parts.computeIfAbsent(camera, any -> new MultipartJpeg());
        try (Cursor pictures = cameras.capture(camera).jpeg().fromNewest()) {
            response.flushBuffer();
            stream(pictures, id, multipart, serversOwn(response).getOutputStream());
        } catch (IOException e) {
            // The reader has gone, as readers do.
        } finally {
            if (pagesViewing == null) {
                viewings.end(id, EndReason.LEFT);
            }
        }
    }

    /**
     * The answer without what filters have put around it, once they have written their headers: their streams know no buffers
     * and would copy every picture for every viewer.
     */
    private static ServletResponse serversOwn(ServletResponse response) {
        ServletResponse own = response;
        while (own instanceof ServletResponseWrapper wrapper) {
            own = wrapper.getResponse();
        }
        return own;
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
                || (pagesViewing != null && find(pagesViewing, camera).isEmpty())) {
            return ResponseEntity.notFound().build();
        }
        if (pagesViewing == null) {
            viewings.glance(currentMember.get(), camera, PROGRAM);
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

    /** A viewing of its own for whoever comes without one: nobody watches unlogged. */
    private Optional<Viewing> begin(long camera, HttpServletRequest request) {
        Member member = currentMember.get();
        return cameras.find(camera)
                .map(found ->
                        viewings.begin(member, camera, request.getSession().getId(), PROGRAM));
    }

    /** The page's viewing, if it is still going on and belongs to whoever asks. */
    private Optional<Viewing> find(long viewing, long camera) {
        long member = currentMember.get().id();
        return viewings.open(viewing).filter(open -> open.memberId() == member && open.cameraId() == camera);
    }
}
