package org.porchlight.viewing;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Cursor;
import org.porchlight.media.Mp4Header;
import org.porchlight.media.Packet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The live picture as fragmented MP4: a header (ftyp and moov), then a fragment (moof and mdat) for each picture, and another
 * header wherever the camera comes back as another stream. Each answer belongs to a viewing of the member who asks. Runs on a
 * virtual thread a viewer; whoever cannot keep up goes on at a newer keyframe.
 */
@RestController
class LiveMp4Controller {

    private static final String CONTENT_TYPE = "video/mp4";

    /** On a slow line pictures older than this are left out, up to the next keyframe. */
    private static final Duration OLD = Duration.ofSeconds(1);

    /** How often a viewing is asked whether it goes on while no picture comes. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** While no picture comes, something is sent that often: it shows both sides whether the other is still there. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    /** An empty box, which players pass over. */
    private static final byte[] EMPTY_BOX = ByteBuffer.allocate(8)
            .putInt(8)
            .put("free".getBytes(StandardCharsets.US_ASCII))
            .array();

    private final Cameras cameras;
    private final Viewings viewings;
    private final StreamViewings streamViewings;
    private final WriteWatch watch;

    LiveMp4Controller(Cameras cameras, Viewings viewings, StreamViewings streamViewings, WriteWatch watch) {
        this.cameras = cameras;
        this.viewings = viewings;
        this.streamViewings = streamViewings;
        this.watch = watch;
    }

    /** Fragmented MP4 until the viewing ends, or its reader goes away. */
    @GetMapping("/live/{camera:\\d+}.mp4")
    void mp4(
            @PathVariable long camera,
            @RequestParam(name = "viewing", required = false) @Nullable Long pagesViewing,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException, IOException {
        Optional<Viewing> viewing = streamViewings.joinOrAnswer(camera, pagesViewing, CONTENT_TYPE, request, response);
        if (viewing.isEmpty()) {
            return;
        }
        long id = viewing.get().id();
        try (Cursor fragments = cameras.capture(camera).fragments().live();
                WriteWatch.Writer writer = watch.over(id, ViewerSocket.of(request))) {
            stream(fragments, id, StreamAnswer.begin(response, CONTENT_TYPE), writer);
        } catch (IOException e) {
            // The reader has gone, as readers do.
        } finally {
            streamViewings.leave(viewing.get(), pagesViewing);
        }
    }

    private void stream(Cursor fragments, long viewing, ServletOutputStream out, WriteWatch.Writer writer)
            throws IOException, InterruptedException {
        Mp4Header sent = null;
        long sign = System.nanoTime();
        while (viewings.isOpen(viewing)) {
            Packet fragment = next(fragments, writer);
            if (fragment != null) {
                Mp4Header header = fragment.header();
                writer.begins(fragment.age());
                if (header != null && header != sent) {
                    out.write(header.bytes());
                    sent = header;
                }
                out.write(fragment.bytes());
                writer.ends();
                viewings.delivered(viewing, fragment.size());
            } else if (System.nanoTime() - sign >= SIGN_OF_LIFE.toNanos()) {
                writer.begins(Duration.ZERO);
                out.write(ByteBuffer.wrap(EMPTY_BOX));
                writer.ends();
                viewings.renew(viewing);
            } else {
                continue;
            }
            sign = System.nanoTime();
        }
    }

    /** The next fragment; null when none came in time, or when it would be seen too late. */
    private static @Nullable Packet next(Cursor fragments, WriteWatch.Writer writer) throws InterruptedException {
        Packet fragment = fragments.next(PATIENCE);
        if (fragment != null
                && !fragment.key()
                && writer.isSlow()
                && fragment.age().compareTo(OLD) > 0) {
            fragments.skipToKeyframe();
            return null;
        }
        return fragment;
    }
}
