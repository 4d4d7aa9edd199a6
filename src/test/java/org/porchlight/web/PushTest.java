package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.bean.override.convention.TestBean;

/** What holds a page's news open for hours, on a server that waits for requests for two seconds only. */
class PushTest extends WebTest {

    @TestBean
    @SuppressWarnings("NullAway.Init") // Spring does
    ConnectionLimits connectionLimits;

    static ConnectionLimits connectionLimits() {
        return new ConnectionLimits(Duration.ofSeconds(2));
    }

    /** All that was pushed. */
    private final StringBuffer news = new StringBuffer();

    @Test
    void anIdleWebSocketIsNotTakenForARequestThatDoesNotCome() throws Exception {
        RawPage people = new RawPage(ana, address(""), "people");
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.newWebSocketBuilder()
                    .header("Cookie", cookie(ana))
                    .buildAsync(people.news("ws", "websocket"), new Listener())
                    .get();
            outlivesTheDeadlineAndTellsWhoWatches();
            client.shutdownNow();
        }
    }

    @Test
    void anIdleStreamIsNotEither() throws Exception {
        RawPage people = new RawPage(ana, address(""), "people");
        HttpRequest stream = HttpRequest.newBuilder(people.news("http", "streaming"))
                .header("Cookie", cookie(ana))
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream answer =
                        client.send(stream, BodyHandlers.ofInputStream()).body()) {
            Thread.ofVirtual().start(() -> listen(answer));
            outlivesTheDeadlineAndTellsWhoWatches();
            client.shutdownNow();
        }
    }

    private void outlivesTheDeadlineAndTellsWhoWatches() throws Exception {
        await("the connection is there").atMost(LONG).until(() -> !news.isEmpty());
        try (Socket idle = new Socket(InetAddress.getLoopbackAddress(), port)) {
            idle.setSoTimeout((int) LONG.toMillis());
            assertThat(idle.getInputStream().read()).as("younger, and closed").isEqualTo(-1);
        }
        assertThat(news).doesNotContain("watches Front door");

        try (InputStream picture = ben.send(request("/live/1.mjpeg").build(), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(picture.readNBytes(1000)).hasSize(1000);
            await("news").atMost(LONG).until(() -> news.indexOf("watches Front door") >= 0);
        }
    }

    private void listen(InputStream answer) {
        byte[] some = new byte[8192];
        try {
            for (int count; (count = answer.read(some)) >= 0; ) {
                news.append(new String(some, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private final class Listener implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            news.append(data);
            socket.request(1);
            return null;
        }
    }
}
