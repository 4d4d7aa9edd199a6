package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.account.AsOwner;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Capture;
import org.porchlight.media.CaptureWishes;
import org.porchlight.media.Source;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The live picture as fragmented MP4 over HTTP. */
class LiveMp4ControllerTest extends WebTest {

    @Autowired
    Viewings viewings;

    @Autowired
    ViewingLog log;

    @Autowired
    Cameras cameras;

    @Test
    void beginsWithAHeaderAndBringsAFragmentForEachPicture() throws Exception {
        HttpResponse<InputStream> answer = open("/live/1.mp4");
        assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();

        try (Boxes boxes = new Boxes(answer.body())) {
            assertThat(boxes.next().name()).isEqualTo("ftyp");
            assertThat(boxes.next().name()).isEqualTo("moov");
            double before = boxes.nextFragment().time();
            for (int i = 0; i < 10; i++) {
                double time = boxes.nextFragment().time();
                assertThat(time - before).as("seconds to the next picture").isBetween(0.01, 0.1);
                before = time;
            }
            assertThat(viewings.open()).hasSize(1);
        }
        await().atMost(LONG).until(() -> viewings.open().isEmpty());
    }

    @Test
    void askingForTheHeadersAloneBeginsNothing() throws Exception {
        long before = logged();

        HttpResponse<Void> answer = ana.send(
                request("/live/1.mp4").method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("video/mp4");
        assertThat(logged()).isEqualTo(before);
    }

    @Test
    void endsWithItsViewing() throws Exception {
        Viewing viewing = viewings.begin(member("Ana"), 1, "session", "Phone");
        try (InputStream stream = open("/live/1.mp4?viewing=" + viewing.id()).body()) {
            assertThat(stream.read()).isNotNegative();

            viewings.end(viewing.id(), EndReason.LEFT);

            assertTimeoutPreemptively(LONG, () -> stream.readAllBytes());
        }
    }

    @Test
    void aCameraThatComesBackAsAnotherStreamIsToldByANewHeader() throws Exception {
        Capture demo = cameras.capture(1);
        try (Boxes boxes = new Boxes(open("/live/1.mp4").body())) {
            boxes.nextFragment();

            demo.reconfigure(Source.parse("demo"), new CaptureWishes(640, 360, 30));

            assertTimeoutPreemptively(LONG, () -> {
                String name;
                do {
                    name = boxes.next().name();
                } while (!name.equals("moov"));
            });
            assertThat(boxes.nextFragment().startsAPicture()).isTrue();
        } finally {
            demo.reconfigure(Source.parse("demo"), new CaptureWishes(1280, 720, 30));
        }
    }

    @Test
    void anothersViewingIsNotFound() throws Exception {
        Viewing bens = viewings.begin(People.named(4711, "Ben"), 1, "bens session", "Phone");
        try {
            assertThat(status("/live/1.mp4?viewing=" + bens.id())).isEqualTo(404);
        } finally {
            viewings.end(bens.id(), EndReason.LEFT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live/2.mp4", "/live/1.mp4?viewing=987654", "/live/1.mp4?viewing=door", "/live/door.mp4"})
    void whatIsNotThereIsRefusedAndNotLogged(String address) throws Exception {
        long before = logged();

        assertThat(status(address)).isIn(400, 404);
        assertThat(logged()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live/1.mp4", "/live/1.mp4?viewing=1"})
    void aStrangerGetsNothing(String address) throws Exception {
        HttpResponse<byte[]> answer = stranger.send(request(address).build(), BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    private HttpResponse<InputStream> open(String address) throws Exception {
        return ana.send(request(address).build(), BodyHandlers.ofInputStream());
    }

    private int status(String address) throws Exception {
        return ana.send(request(address).build(), BodyHandlers.discarding()).statusCode();
    }

    private long logged() {
        return AsOwner.ask(() -> log.summary(LogFilter.ALL).viewings());
    }

    /** A box of an MP4 file. */
    private record Box(String name, byte[] content, double time) {

        /** Whether it is a picture (mdat) that needs none before it: an IDR slice is in it. */
        boolean startsAPicture() {
            ByteBuffer slices = ByteBuffer.wrap(content);
            while (slices.hasRemaining()) {
                int length = slices.getInt();
                if ((slices.get(slices.position()) & 0x1F) == 5) {
                    return true;
                }
                slices.position(slices.position() + length);
            }
            return false;
        }
    }

    /** Reads an MP4 file as it comes in. */
    private static final class Boxes implements AutoCloseable {

        private final DataInputStream in;
        private double time;

        Boxes(InputStream in) {
            this.in = new DataInputStream(in);
        }

        Box next() throws IOException {
            int size = in.readInt();
            String name = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
            byte[] content = in.readNBytes(size - 8);
            if (name.equals("moof")) {
                int tfdt = new String(content, StandardCharsets.ISO_8859_1).indexOf("tfdt");
                time = ByteBuffer.wrap(content).getLong(tfdt + 8) / 90_000.0;
            }
            return new Box(name, content, time);
        }

        /** The next picture. */
        Box nextFragment() throws IOException {
            Box box = next();
            while (!box.name().equals("mdat")) {
                box = next();
            }
            return box;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
