package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.account.AsOwner;
import org.porchlight.account.Member;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The live picture over HTTP, from a running server with the demo picture. */
class LiveStreamControllerTest extends WebTest {

    @Autowired
    Viewings viewings;

    @Autowired
    ViewingLog log;

    @Test
    void oneFreshPictureIsAJpegAndIsLogged() throws Exception {
        long before = logged();

        HttpResponse<byte[]> answer = ana.send(request("/live/1.jpg").build(), BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth())
                .isEqualTo(1280);
        assertThat(logged()).isEqualTo(before + 1);
        assertThat(viewings.open()).isEmpty();
    }

    @Test
    void aStreamWithoutAViewingMakesOneOfItsOwnThatEndsWithIt() throws Exception {
        HttpResponse<InputStream> answer = ana.send(request("/live/1.mjpeg").build(), BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("multipart/x-mixed-replace;boundary=");
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();

        try (InputStream stream = answer.body()) {
            assertThat(readPart(stream).length).isPositive();
            assertThat(readPart(stream).length).isPositive();
            assertThat(viewings.open()).hasSize(1);
        }

        await().atMost(LONG).until(() -> viewings.open().isEmpty());
        assertThat(AsOwner.ask(() -> log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 1)))
                .extracting(entry -> entry.viewing().endReason())
                .as("a program closes no page")
                .containsExactly(EndReason.STOPPED);
    }

    @Test
    void askingForTheHeadersAloneBeginsNothing() throws Exception {
        long before = logged();

        int status = ana.send(
                        request("/live/1.mjpeg")
                                .method("HEAD", BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();

        assertThat(status).isEqualTo(200);
        assertThat(logged()).isEqualTo(before);
    }

    @Test
    void aStreamEndsWithItsViewing() throws Exception {
        Member who = member("Ana");
        Viewing viewing = viewings.begin(who, 1, "session", "Phone");
        HttpResponse<InputStream> answer =
                ana.send(request("/live/1.mjpeg?viewing=" + viewing.id()).build(), BodyHandlers.ofInputStream());
        try (InputStream stream = answer.body()) {
            assertThat(readPart(stream).length).isPositive();

            viewings.end(viewing.id(), EndReason.LEFT);

            assertTimeoutPreemptively(LONG, () -> stream.readAllBytes());
        }
    }

    @Test
    void anothersViewingIsNotFound() throws Exception {
        Viewing bens = viewings.begin(People.named(4711, "Ben"), 1, "bens session", "Phone");
        try {
            assertThat(status("/live/1.mjpeg?viewing=" + bens.id())).isEqualTo(404);
            assertThat(status("/live/1.jpg?viewing=" + bens.id())).isEqualTo(404);
        } finally {
            viewings.end(bens.id(), EndReason.LEFT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live/2.mjpeg",
                "/live/2.jpg",
                "/live/1.mjpeg?viewing=987654",
                "/live/1.mjpeg?viewing=door",
                "/live/1.mjpeg?viewing=-1",
                "/live/99999999999999999999.jpg",
                "/live/door.jpg",
                "/live/1.png"
            })
    void whatIsNotThereIsRefusedAndNotLogged(String address) throws Exception {
        long before = logged();

        assertThat(status(address)).isIn(400, 404);
        assertThat(logged()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live/1.mjpeg", "/live/1.jpg", "/live/1.jpg?viewing=1"})
    void aStrangerGetsNothing(String address) throws Exception {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = stranger.send(request(address).build(), BodyHandlers.ofByteArray());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEmpty();
        }
    }

    private long logged() {
        return AsOwner.ask(() -> log.summary(LogFilter.ALL).viewings());
    }

    private int status(String address) throws Exception {
        return ana.send(request(address).build(), BodyHandlers.discarding()).statusCode();
    }

    /** One picture of a multipart answer, by the length that its header gives. */
    private static byte[] readPart(InputStream stream) throws Exception {
        int length = -1;
        for (String line = readLine(stream); !line.isEmpty() || length < 0; line = readLine(stream)) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        byte[] jpeg = stream.readNBytes(length);
        assertThat(jpeg).startsWith(0xFF, 0xD8);
        return jpeg;
    }

    private static String readLine(InputStream stream) throws Exception {
        StringBuilder line = new StringBuilder();
        for (int c = stream.read(); c != '\n'; c = stream.read()) {
            assertThat(c).as("the stream has ended").isNotNegative();
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
