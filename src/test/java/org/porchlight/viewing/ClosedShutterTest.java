package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.account.AsOwner;
import org.porchlight.camera.Camera;
import org.porchlight.camera.Cameras;
import org.porchlight.camera.Shutters;
import org.porchlight.media.CaptureStatus.State;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingEnd;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.RecordingNow;
import org.porchlight.token.Token;
import org.porchlight.token.Tokens;
import org.porchlight.trail.Trail;
import org.porchlight.trail.What;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of those who look through a camera when it is shut, or removed. */
class ClosedShutterTest extends WebTest {

    @Autowired
    Cameras cameras;

    @Autowired
    Shutters shutters;

    @Autowired
    Viewings viewings;

    @Autowired
    ViewingRows rows;

    @Autowired
    RecordingLibrary library;

    @Autowired
    Tokens tokens;

    @Autowired
    Trail trail;

    @AfterEach
    void openAgain() throws Exception {
        as("Ana", () -> shutters.open(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live/1.mjpeg", "/live/1.mp4"})
    void aStreamEndsAndAnotherIsRefused(String address) throws Exception {
        HttpResponse<InputStream> answer = ana.send(request(address).build(), BodyHandlers.ofInputStream());
        try (InputStream stream = answer.body()) {
            assertThat(stream.readNBytes(1000)).hasSize(1000);

            as("Ben", () -> shutters.close(1, null));

            assertTimeoutPreemptively(LONG, () -> stream.readAllBytes());
        }
        assertThat(viewings.open()).isEmpty();
        assertThat(last().endReason()).isEqualTo(EndReason.SHUTTER_CLOSED);
        await().atMost(LONG).until(() -> cameras.status(1).state() == State.OFF);
        HttpResponse<String> refusal = get(ana, address);
        assertThat(refusal.statusCode()).isEqualTo(503);
        assertThat(refusal.body()).contains("shutter of this camera is closed");
        assertThat(get(ana, "/live/1.jpg").statusCode()).isEqualTo(503);

        as("Ana", () -> shutters.open(1));

        assertThat(get(ana, "/live/1.jpg").statusCode()).isEqualTo(200);
        assertThat(lines(What.SHUTTER)).contains("Ben: Closed that of Front door", "Ana: Opened that of Front door");
    }

    @Test
    void aRecordingEndsProperlyWithThatReason() throws Exception {
        Viewing viewing = viewings.begin(member("Ana"), 1, "session", "Phone");
        HttpResponse<InputStream> answer =
                ana.send(request("/live/1.mjpeg?viewing=" + viewing.id()).build(), BodyHandlers.ofInputStream());
        try (InputStream stream = answer.body()) {
            assertThat(stream.readNBytes(1000)).hasSize(1000);
            viewings.record(viewing.id());
            await().atMost(LONG).until(() -> viewings.recording(viewing.id()).state() == RecordingNow.State.RUNNING);

            as("Ana", () -> shutters.close(1, null));
        }

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(AsOwner.ask(() -> library.of(List.of(viewing.id())))
                                .values())
                        .flatExtracting(found -> found)
                        .extracting(Recording::state, Recording::ended)
                        .containsExactly(tuple(Recording.State.COMPLETE, RecordingEnd.SHUTTER_CLOSED)));
    }

    @Test
    void aRemovedCameraTakesItsViewersAndTokensWithIt() throws Exception {
        Camera garden = as("Ana", () -> cameras.add(new Camera(Cameras.NEW, "Garden", "demo", 640, 360)));
        String secret = as("Ana", () -> tokens.make("VLC", garden.id(), Token.Kind.LIVE))
                .secret();
        Viewing viewing = viewings.begin(member("Ben"), garden.id(), "session", "Phone");
        String address = "/live/" + garden.id() + ".jpg";
        assertThat(get(ana, address).statusCode()).isEqualTo(200);

        as("Ana", () -> {
            cameras.remove(garden.id());
            return true;
        });

        assertThat(viewings.isOpen(viewing.id())).isFalse();
        assertThat(rows.find(viewing.id()).orElseThrow().endReason()).isEqualTo(EndReason.CAMERA_REMOVED);
        assertThat(get(ana, address).statusCode()).isEqualTo(404);
        assertThat(send(
                                stranger,
                                request(address)
                                        .header("Authorization", "Bearer " + secret)
                                        .timeout(Duration.ofSeconds(20))
                                        .build())
                        .statusCode())
                .isEqualTo(401);
        assertThat(lines(What.CAMERA)).contains("Ana: Added Garden: demo", "Ana: Removed Garden");
    }

    private Viewing last() {
        return rows.find(rows.lastId()).orElseThrow();
    }

    private List<String> lines(What what) {
        return AsOwner.ask(() -> trail.page(LogFilter.ALL, 0, 100)).stream()
                .filter(line -> line.what() == what)
                .map(line -> line.who() + ": " + line.details())
                .toList();
    }
}
