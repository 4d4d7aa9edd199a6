package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.porchlight.account.AsOwner;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.account.People;
import org.porchlight.account.SetupCode;
import org.porchlight.account.SignUpRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A running server with the demo picture, its owner Ana, the member Ben, and somebody without an account. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"porchlight.camera=demo", "vaadin.productionMode=true"})
public abstract class WebTest {

    protected static final String PASSWORD = "under the old lamp";
    protected static final Duration LONG = Duration.ofSeconds(30);

    @Value("${local.server.port}")
    protected int port;

    @Autowired
    protected Members members;

    @Autowired
    private SignUpRules rules;

    @Autowired
    private People people;

    @Autowired
    protected SetupCode code;

    protected final HttpClient ana = browser();
    protected final HttpClient ben = browser();
    protected final HttpClient stranger = browser();

    @DynamicPropertySource
    static void keepDataApart(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory("porchlight-web");
        properties.add("porchlight.data-dir", folder::toString);
    }

    @BeforeEach
    void signIn() throws Exception {
        if (members.none()) {
            members.signUp("Ana", PASSWORD, PASSWORD, code.display());
            members.signUp("Ben", PASSWORD, PASSWORD, AsOwner.call(rules::invite));
        }
        assertThat(signIn(ana, "ana", PASSWORD)).isEqualTo("/");
        assertThat(signIn(ben, "ben", PASSWORD)).isEqualTo("/");
    }

    @AfterEach
    void leave() {
        ana.shutdownNow();
        ben.shutdownNow();
        stranger.shutdownNow();
    }

    protected Member member(String username) {
        return AsOwner.ask(members::all).stream()
                .filter(member -> member.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** What somebody does on a page. */
    protected <T> T as(String username, Callable<T> what) throws Exception {
        return AsOwner.call(member(username), what);
    }

    protected void as(String username, Runnable what) throws Exception {
        as(username, Executors.callable(what));
    }

    /** Where the form leads to. */
    protected String signIn(HttpClient browser, String username, String password) throws Exception {
        return led(send(browser, signIn(username, password, "").build()));
    }

    /** The same, with "Keep me signed in". */
    protected void signInToStay(HttpClient browser, String username) throws Exception {
        send(browser, signIn(username, PASSWORD, "&keep=on").build());
    }

    /** The form as a browser sends it. */
    protected HttpRequest.Builder signIn(String username, String password, String more) {
        String form = "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8) + more;
        return request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static String led(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    protected HttpResponse<String> get(HttpClient browser, String address) throws Exception {
        return send(browser, request(address).header("Accept", "text/html,*/*").build());
    }

    protected static HttpResponse<String> send(HttpClient browser, HttpRequest request) throws Exception {
        return browser.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    /** What a browser that has signed in sends along. */
    protected static String cookie(HttpClient browser) {
        return ((CookieManager) browser.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .map(HttpCookie::toString)
                        .collect(Collectors.joining("; "));
    }

    protected HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address(address))).timeout(LONG);
    }

    protected String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Somebody at another address of this machine. */
    protected static HttpClient from(String address) throws IOException {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .localAddress(InetAddress.getByName(address))
                .build();
    }

    private static HttpClient browser() {
        try {
            return HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .sslContext(Tls.trustful())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
