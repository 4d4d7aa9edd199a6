package org.porchlight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Someone on the home network who has no account, and asks for addresses that they happen to know. */
final class Stranger {

    private final House house;
    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Stranger(House house) {
        this.house = house;
    }

    /** No page, no picture and no recording, by any of their addresses. */
    void seesNothing(String recording) throws IOException, InterruptedException {
        for (String address : List.of("/", "/logs", "/settings")) {
            HttpResponse<byte[]> answer = get(house.address() + address);
            assertThat(answer.statusCode()).as("status of %s", address).isIn(302, 303);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as("where %s leads", address)
                    .contains("/login");
            assertThat(answer.body()).as("body of %s", address).isEmpty();
        }
        for (String address : List.of(
                house.address() + "/live/1.mjpeg",
                house.address() + "/live/1.mjpeg?viewing=1",
                house.address() + "/live/1.jpg",
                house.address() + "/live/../live/1.jpg",
                house.address() + "//live/1.jpg",
                house.address() + "/live/1.jpg/",
                house.address() + "/live/1.jpg;a=/login",
                house.address() + "/snapshots/00000000-0000-0000-0000-000000000000.jpg",
                recording,
                recording + "?download")) {
            HttpResponse<byte[]> answer = get(address);
            assertThat(answer.statusCode()).as("status of %s", address).isIn(302, 400, 401, 404);
            assertNoPicture(address, answer);
        }
        for (String address : List.of(house.address() + "/live/1.jpg", recording)) {
            assertThat(get(address).statusCode()).as("status of %s", address).isEqualTo(401);
        }
    }

    private static void assertNoPicture(String address, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
        assertThat(body).as("body of %s", address).doesNotContain("\u00ff\u00d8\u00ff", "ftyp", "moov", "--picture");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as("kind of %s", address)
                .doesNotContain("image", "video", "multipart");
    }

    private HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "text/html,*/*")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
