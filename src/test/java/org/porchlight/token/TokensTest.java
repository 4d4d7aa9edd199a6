package org.porchlight.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.Settings;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSort;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.ViewingLog;
import org.porchlight.viewing.Viewings;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What other programs get with a token of theirs, and what they do not. */
class TokensTest extends WebTest {

    @Autowired
    Tokens tokens;

    @Autowired
    Viewings viewings;

    @Autowired
    ViewingLog log;

    @Autowired
    HouseSettings settings;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void beginWithNone() throws Exception {
        as("Ana", () -> tokens.all().forEach(token -> tokens.revoke(token.id())));
    }

    @Test
    void aSnapshotTokenGivesSnapshotsByBearerAndByBasicAndNothingElse() throws Exception {
        String secret = make("Kitchen display", Token.Kind.SNAPSHOT).secret();

        for (String authorization : List.of("Bearer " + secret, basic("anything", secret), basic("", secret))) {
            HttpResponse<String> picture = ask("/live/1.jpg", authorization);
            assertThat(picture.statusCode()).as(authorization).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(picture.headers().firstValue("Set-Cookie"))
                    .as("a session")
                    .isEmpty();
        }
        assertThat(ask("/live/1.mjpeg", "Bearer " + secret).statusCode()).isEqualTo(403);
        assertThat(ask("/live/1.mp4", "Bearer " + secret).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenIsForOneCamera() throws Exception {
        String secret = make("VLC", Token.Kind.LIVE).secret();

        for (String path : List.of("/live/2.jpg", "/live/12.jpg", "/live/01.jpg", "/live/", "/live/1/../2.jpg")) {
            assertThat(ask(path, "Bearer " + secret).statusCode()).as(path).isIn(302, 400, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/logs", "/settings", "/recordings/x.mp4", "/recordings/", "/VAADIN/push"})
    void aTokenIsNothingToAnyOtherAddress(String address) throws Exception {
        String secret = make("VLC", Token.Kind.LIVE).secret();

        for (String authorization : List.of("Bearer " + secret, basic("ana", secret))) {
            assertThat(ask(address, authorization).statusCode())
                    .isEqualTo(get(stranger, address).statusCode())
                    .isIn(302, 401, 404);
        }
    }

    @Test
    void whatABrowserTellsAProxyOnTheWayDoesNotShutItOut() throws Exception {
        HttpRequest throughAProxy = request("/live/1.jpg")
                .header("Authorization", basic("household", "the proxy's password"))
                .build();

        assertThat(send(ben, throughAProxy).statusCode()).isEqualTo(200);
        assertThat(send(stranger, throughAProxy).statusCode()).isIn(401, 429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void aTokenOnlyReads(String method) throws Exception {
        String secret = make("VLC", Token.Kind.LIVE).secret();
        HttpRequest request = request("/live/1.jpg")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + secret)
                .build();

        assertThat(send(stranger, request).statusCode()).isEqualTo(403);
    }

    @Test
    void aProgramsViewingIsLoggedUnderTheTokensNameAndEndsWithinTwoSecondsOfItsRevocation() throws Exception {
        Tokens.Made made = make("Home Assistant", Token.Kind.LIVE);
        try (InputStream stream = stream(made)) {
            assertThat(stream.readNBytes(1000)).hasSize(1000);
            Viewing viewing = viewings.open().getFirst();
            assertThat(viewing.username()).isEqualTo("Home Assistant");
            assertThat(viewing.device()).isEqualTo("Program");

            long revoked = System.nanoTime();
            as("Ana", () -> tokens.revoke(made.token().id()));

            await().atMost(LONG).until(() -> viewings.open().isEmpty());
            stream.readAllBytes();
            assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(2));
            assertThat(as("Ana", () -> log.find(viewing.id()))
                            .orElseThrow()
                            .viewing()
                            .endReason())
                    .isEqualTo(EndReason.REVOKED);
        }
        assertThat(ask("/live/1.jpg", "Bearer " + made.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void anOwnerCanEndAProgramsViewing() throws Exception {
        try (InputStream stream = stream(make("VLC", Token.Kind.LIVE))) {
            assertThat(stream.readNBytes(1000)).hasSize(1000);

            viewings.end(viewings.open().getFirst().id(), EndReason.DISCONNECTED);

            stream.readAllBytes();
        }
    }

    @Test
    void aProgramIsNotRecordedWithEverySession() throws Exception {
        Settings before = settings.current();
        Settings every = new Settings(
                before.framesPerSecond(), before.recordingsFolder(), true, before.preRollSeconds(), before.room());
        as("Ana", () -> settings.save(every));
        try (InputStream stream = stream(make("VLC", Token.Kind.LIVE))) {
            assertThat(stream.readNBytes(1000)).hasSize(1000);

            assertThat(viewings.recording(viewings.open().getFirst().id()).isOn())
                    .isFalse();
        } finally {
            as("Ana", () -> settings.save(before));
        }
        await().atMost(LONG).until(() -> viewings.open().isEmpty());
    }

    @Test
    void snapshotsThatFollowEachOtherAreOneLineOfTheLog() throws Exception {
        String secret = make("Hall display", Token.Kind.SNAPSHOT).secret();
        for (int i = 0; i < 5; i++) {
            assertThat(ask("/live/1.jpg", "Bearer " + secret).statusCode()).isEqualTo(200);
        }

        LogFilter display = new LogFilter(null, null, "Hall display");
        assertThat(as("Ana", () -> log.page(display, LogSort.NEWEST_FIRST, 0, 10)))
                .extracting(LogEntry::viewing)
                .hasSize(1)
                .allMatch(viewing -> !viewing.isOpen());
    }

    @Test
    void anothersViewingIsNotFoundByAProgram() throws Exception {
        String secret = make("VLC", Token.Kind.LIVE).secret();
        Viewing bens = viewings.begin(member("Ben"), 1, "bens session", "Phone");
        try {
            assertThat(ask("/live/1.mjpeg?viewing=" + bens.id(), "Bearer " + secret)
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            viewings.end(bens.id(), EndReason.LEFT);
        }
    }

    @Test
    void wrongTokensAreSlowedDownTellNothingAndDoNotLockARightOneOut() throws Exception {
        String secret = make("VLC", Token.Kind.LIVE).secret();
        for (int i = 0; i < WrongTokens.ALLOWED; i++) {
            HttpResponse<String> refused = ask("/live/1.jpg", "Bearer pl_" + i);
            assertThat(refused.statusCode()).isIn(401, 429);
            assertThat(refused.body()).isEmpty();
        }

        assertThat(ask("/live/1.jpg", basic("ana", PASSWORD)).statusCode()).isEqualTo(429);
        assertThat(ask("/live/9.jpg", "Digest x").statusCode()).isEqualTo(429);
        assertThat(ask("/live/1.jpg", "Bearer " + secret).statusCode()).isEqualTo(200);
    }

    @Test
    void programsAreAskedForATokenAndBrowsersAreNot() throws Exception {
        assertThat(get(stranger, "/live/1.jpg").headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"Porchlight\"");
        assertThat(send(
                                stranger,
                                request("/live/1.jpg")
                                        .header("User-Agent", "Mozilla/5.0 (X11)")
                                        .build())
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void theSecretIsKeptNowhereAndTheLastUseIs() throws Exception {
        Tokens.Made made = make("VLC", Token.Kind.SNAPSHOT);
        assertThat(as("Ana", () -> tokens.all()).getFirst().usedAt()).isNull();

        ask("/live/1.jpg", "Bearer " + made.secret());

        assertThat(as("Ana", () -> tokens.all()).getFirst().usedAt()).isNotNull();
        assertThat(made.secret()).hasSizeGreaterThan(43);
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(database.sql("SELECT * FROM token").query().listOfRows().toString())
                .contains("VLC")
                .doesNotContain(made.secret());
    }

    @Test
    void onlyOwnersMakeAndRevokeThem() throws Exception {
        Token token = make("VLC", Token.Kind.LIVE).token();

        assertThatThrownBy(() -> as("Ben", () -> tokens.make("Mine", 1, Token.Kind.LIVE)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as("Ben", () -> tokens.revoke(token.id()))).isInstanceOf(AccessDeniedException.class);
        assertThat(as("Ana", () -> tokens.all())).containsExactly(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "VLC", "vlc", "\u200b", "01234567890123456789012345678901234567890"})
    void aNameThatCannotBeTakenIsToldSo(String name) throws Exception {
        make("VLC", Token.Kind.LIVE);

        assertThatThrownBy(() -> make(name, Token.Kind.LIVE)).isInstanceOf(InvalidInput.class);
    }

    private Tokens.Made make(String name, Token.Kind kind) throws Exception {
        return as("Ana", () -> tokens.make(name, 1, kind));
    }

    private HttpResponse<String> ask(String address, String authorization) throws Exception {
        return send(
                stranger,
                request(address).header("Authorization", authorization).build());
    }

    private InputStream stream(Tokens.Made made) throws Exception {
        return stranger.send(
                        request("/live/1.mjpeg")
                                .header("Authorization", "Bearer " + made.secret())
                                .build(),
                        BodyHandlers.ofInputStream())
                .body();
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
