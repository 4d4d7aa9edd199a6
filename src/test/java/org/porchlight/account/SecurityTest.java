package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.TestHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a stranger gets of a running server, and what signing in does with a session. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"porchlight.camera=demo", "vaadin.productionMode=true"})
class SecurityTest {
    private static final String PASSWORD = "under the old lamp";

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void keepDataIn(DynamicPropertyRegistry properties) {
        TestHouse.In.folder(properties, folder);
    }

    @Value("${local.server.port}")
    int port;

    @Autowired
    Members members;

    @Autowired
    SetupCode code;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/logs", "/settings", "/icons.svg", "/logs.css", "/nowhere", "/error", "/h2-console"})
    void strangersAreLedToTheSignIn(String address) throws Exception {
        HttpResponse<byte[]> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/live/1.mjpeg", "/live/1.mjpeg?viewing=1", "/live/1.jpg", "/recordings/x.mp4", "/recordings/"})
    void picturesAndRecordingsAnswerStrangersByTheStatusAlone(String address) throws Exception {
        HttpResponse<byte[]> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/login", "/signup", "/styles.css", "/door.css", "/door.svg", "/favicon.svg", "/aura/aura.css"})
    void theTwoOpenPagesAndWhatTheyShowAreOpen(String address) throws Exception {
        HttpResponse<byte[]> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void signingInMakesANewSessionThatScriptsCannotRead() throws Exception {
        if (members.none()) {
            members.signUp("Ana", PASSWORD, PASSWORD, code.display());
        }
        HttpResponse<byte[]> before = get("/login");
        assertThat(before.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("porchlight=")
                .contains("HttpOnly", "SameSite=Lax");
        String stranger = session();

        assertThat(signIn("ana", "wrong password")).endsWith("/login?error");
        assertThat(signIn("nobody", "wrong password")).endsWith("/login?error");
        assertThat(get("/settings").statusCode()).isEqualTo(302);
        assertThat(signIn("ana", PASSWORD)).doesNotContain("error");

        assertThat(session()).isNotEqualTo(stranger);
        assertThat(get("/settings").statusCode()).isEqualTo(200);
        assertThat(get("/recordings/nothing.mp4").statusCode()).isEqualTo(404);
        assertThat(new String(get("/error").body(), StandardCharsets.UTF_8)).contains("This does not work just now");
    }

    private String signIn(String username, String password) throws IOException, InterruptedException {
        String form = "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = browser.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private String session() {
        return cookies.getCookieStore().getCookies().getFirst().getValue();
    }

    private HttpResponse<byte[]> get(String address) throws IOException, InterruptedException {
        return browser.send(request(address).header("Accept", "text/html,*/*").build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }
}
