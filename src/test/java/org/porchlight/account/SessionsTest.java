package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSort;
import org.porchlight.viewing.ViewingLog;
import org.porchlight.viewing.Viewings;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Sessions over HTTP: how they begin, how they are kept, and that they end when they should. */
class SessionsTest extends WebTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    MemberSessions sessions;

    @Autowired
    OpenSessions open;

    @Autowired
    Accounts accounts;

    @Autowired
    Viewings viewings;

    @Autowired
    ViewingLog log;

    @AfterEach
    void benIsAMemberAgain() throws Exception {
        long id = member("Ben").id();
        AsOwner.run(() -> {
            people.enable(id);
            people.makeMember(id);
        });
    }

    @Test
    void whoIsDisabledSeesNothingWithinTwoSeconds() throws Exception {
        HttpResponse<InputStream> stream = ben.send(request("/live/1.mjpeg").build(), BodyHandlers.ofInputStream());
        assertThat(stream.body().readNBytes(1000)).hasSize(1000);
        CompletableFuture<Long> end = CompletableFuture.supplyAsync(() -> readToTheEnd(stream.body()));

        AsOwner.run(() -> people.disable(member("Ben").id()));

        assertThat(end).succeedsWithin(TWO_SECONDS);
        assertThat(get(ben, "/live/1.jpg").statusCode()).isEqualTo(401);
        assertThat(get(ben, "/").statusCode()).isEqualTo(302);
        assertThat(AsOwner.ask(() -> log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 1))
                        .getFirst()
                        .viewing()
                        .endReason())
                .isEqualTo(EndReason.DISCONNECTED);
        assertThat(signIn(ben, "ben", PASSWORD)).isEqualTo("/login");
    }

    @Test
    void whoIsMadeAnOwnerIsOneAtOnceAndNoLongerWhenItIsTakenBack() throws Exception {
        assertThat(role("Ben")).isEqualTo(Role.MEMBER);
        AsOwner.run(() -> people.makeOwner(member("Ben").id()));
        assertThat(role("Ben")).isEqualTo(Role.OWNER);
        AsOwner.run(() -> people.makeMember(member("Ben").id()));
        assertThat(role("Ben")).isEqualTo(Role.MEMBER);
        assertThat(get(ben, "/live/1.jpg").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void anotherPasswordEndsAllSessions() throws Exception {
        String link = AsOwner.call(() -> people.offerReset(member("Ben").id()));
        assertThat(passwords.resets(link)).map(Member::username).contains("Ben");
        passwords.reset(link, "behind the green door", "behind the green door");

        assertThat(get(ben, "/live/1.jpg").statusCode()).isEqualTo(401);
        assertThat(signIn(ben, "ben", PASSWORD)).isEqualTo("/login");
        assertThat(signIn(ben, "ben", "behind the green door")).isEqualTo("/");
        assertThat(passwords.resets(link)).as("used").isEmpty();

        String back = AsOwner.call(() -> people.offerReset(member("Ben").id()));
        passwords.reset(back, PASSWORD, PASSWORD);
    }

    @Test
    void aPasswordChangedByItsMemberEndsAllSessionsButTheirs() throws Exception {
        try (HttpClient phone = from("127.0.0.9")) {
            Set<String> before =
                    open.of(member("Ben").id()).map(OpenSession::id).collect(Collectors.toSet());
            assertThat(signIn(phone, "ben", PASSWORD)).isEqualTo("/");
            String here = open.of(member("Ben").id())
                    .map(OpenSession::id)
                    .filter(id -> !before.contains(id))
                    .findFirst()
                    .orElseThrow();

            asMember("Ben", () -> passwords.change(PASSWORD, "behind the green door", "behind the green door", here));
            assertThat(get(phone, "/live/1.jpg").statusCode()).isEqualTo(200);
            assertThat(get(ben, "/live/1.jpg").statusCode()).isEqualTo(401);
            asMember("Ben", () -> passwords.change("behind the green door", PASSWORD, PASSWORD, here));
        }
    }

    @Test
    void whoeverIsKeptSignedInNeedsNoSessionAndAllRequestsAtOnceSucceed() throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient phone = keepSignedIn(cookies);
        HttpCookie kept = cookie(cookies, "porchlight-kept");
        assertThat(kept.isHttpOnly()).isTrue();
        assertThat(Duration.ofSeconds(kept.getMaxAge())).isCloseTo(Duration.ofDays(30), Duration.ofMinutes(1));

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> stranger.sendAsync(
                                request("/live/1.jpg")
                                        .header("Cookie", kept.getName() + "=" + kept.getValue())
                                        .build(),
                                BodyHandlers.discarding())
                        .thenApply(HttpResponse::statusCode))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer).succeedsWithin(LONG).isEqualTo(200));
        assertThat(get(phone, "/live/1.jpg").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeptSessionThatIsSignedOutFromElsewhereIsOverThere() throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient phone = keepSignedIn(cookies);
        long keptBefore = own("Ben").stream().filter(OwnSession::kept).count();
        assertThat(keptBefore).isPositive();

        asMember("Ben", () -> sessions.endOthers("nowhere"));

        assertThat(own("Ben")).isEmpty();
        assertThat(get(phone, "/live/1.jpg").statusCode()).isEqualTo(401);
        assertThat(get(ben, "/live/1.jpg").statusCode()).isEqualTo(401);
        assertThat(get(ana, "/live/1.jpg").statusCode()).as("another member's").isEqualTo(200);
    }

    @Test
    void aMemberSeesWhereTheyAreSignedInAndSignsOneOfThemOut() throws Exception {
        try (HttpClient phone = from("127.0.0.10")) {
            signIn(phone, "ben", PASSWORD);
            assertThat(get(phone, "/live/1.jpg").statusCode()).isEqualTo(200);
            OwnSession there = own("Ben").stream()
                    .filter(session -> session.where().address().equals("127.0.0.10"))
                    .findFirst()
                    .orElseThrow();
            assertThat(there.where().device()).isEqualTo("Program");
            assertThat(there.lastUse()).isAfterOrEqualTo(there.since());

            asMember("Ben", () -> sessions.end(there));

            assertThat(get(phone, "/live/1.jpg").statusCode()).isEqualTo(401);
            assertThat(get(ben, "/live/1.jpg").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void nobodyEndsTheSessionOfAnother() throws Exception {
        OwnSession anas = own("Ana").getFirst();
        asMember("Ben", () -> sessions.end(anas));
        assertThat(get(ana, "/live/1.jpg").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverTakesAnotherSessionNumberAlongGetsANewOne() throws Exception {
        String strangers =
                get(stranger, "/login").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(strangers).contains("HttpOnly", "SameSite=Lax");
        signIn(stranger, "ben", PASSWORD);
        assertThat(get(stranger, "/live/1.jpg").statusCode()).isEqualTo(200);
        try (HttpClient fixer = HttpClient.newHttpClient()) {
            int status = fixer.send(
                            request("/live/1.jpg")
                                    .header("Cookie", strangers.substring(0, strangers.indexOf(';')))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(401);
        }
    }

    @Test
    void whoSignsOutSeesNothingWithinTwoSeconds() throws Exception {
        HttpResponse<InputStream> stream = ben.send(request("/live/1.mjpeg").build(), BodyHandlers.ofInputStream());
        assertThat(stream.body().readNBytes(1000)).hasSize(1000);
        CompletableFuture<Long> end = CompletableFuture.supplyAsync(() -> readToTheEnd(stream.body()));

        open.of(member("Ben").id()).map(OpenSession::id).toList().forEach(open::signedOut);

        assertThat(end).succeedsWithin(TWO_SECONDS);
        await().atMost(TWO_SECONDS).until(() -> viewings.open().isEmpty());
        assertThat(get(ben, "/live/1.jpg").statusCode()).isEqualTo(401);
    }

    private void asMember(String username, AsOwner.Deed deed) throws Exception {
        AsOwner.run(member(username), deed);
    }

    private List<OwnSession> own(String username) throws Exception {
        return AsOwner.call(member(username), () -> sessions.mine(""));
    }

    private Role role(String username) {
        return open.of(member(username).id()).findFirst().orElseThrow().who().role();
    }

    private HttpClient keepSignedIn(CookieManager cookies) throws Exception {
        HttpClient phone = HttpClient.newBuilder().cookieHandler(cookies).build();
        signInToStay(phone, "ben");
        return phone;
    }

    private HttpCookie cookie(CookieManager cookies, String name) {
        return cookies.getCookieStore().get(URI.create(address("/"))).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long readToTheEnd(InputStream stream) {
        try (stream) {
            return stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokenOff) {
            return -1;
        }
    }
}
