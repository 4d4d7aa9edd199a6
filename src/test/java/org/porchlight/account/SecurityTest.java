package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.porchlight.web.WebTest;

/** What a stranger gets of a running server, and what signing in does with a session. */
class SecurityTest extends WebTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/logs", "/settings", "/icons.svg", "/logs.css", "/nowhere", "/error", "/h2-console"})
    void strangersAreLedToTheSignIn(String address) throws Exception {
        HttpResponse<String> answer = get(stranger, address);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live/1.mjpeg",
                "/live/1.mjpeg?viewing=1",
                "/live/1.jpg",
                "/recordings/x.mp4",
                "/recordings/00000000-0000-0000-0000-000000000000.jpg",
                "/recordings/",
                "/snapshots/00000000-0000-0000-0000-000000000000.jpg",
                "/exports/log.csv",
                "/exports/1.zip"
            })
    void picturesAndRecordingsAnswerStrangersByTheStatusAlone(String address) throws Exception {
        HttpResponse<String> answer =
                send(stranger, request(address).header("Accept", "image/*,*/*").build());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/recordings/x.mp4, You are not signed in, There is no such page",
        "/live/9.jpg, You are not signed in, There is no such page"
    })
    void whoeverOpensOneAsAPageReadsWhyItIsNotThere(String address, String stranger, String member) throws Exception {
        HttpResponse<String> out = get(this.stranger, address);
        HttpResponse<String> in = get(ana, address);

        assertThat(out.statusCode()).isEqualTo(401);
        assertThat(out.body())
                .contains("<h1>" + stranger + "</h1>", "lang=\"en\"")
                .doesNotContain("<script");
        assertThat(in.statusCode()).isEqualTo(404);
        assertThat(in.body()).contains("<h1>" + member + "</h1>");
        assertThat(in.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void anErrorIsToldInTheLanguageAndTheColoursOfTheBrowser() throws Exception {
        HttpResponse<String> answer = send(
                ana,
                request("/recordings/x.mp4")
                        .header("Accept", "text/html")
                        .header("Accept-Language", "de-AT, en;q=0.5")
                        .header("Cookie", cookie(ana) + "; porchlight-theme=dark")
                        .build());

        assertThat(answer.body())
                .contains("lang=\"de\"", "Zur HaustÃ¼r") // read byte by byte
                .contains("href=\"/dark.css\" data-theme=\"dark\" media=\"all\"");
    }

    @Test
    void whoseSessionHasEndedIsToldSoAndComesBackToThePage() throws Exception {
        HttpResponse<String> answer = send(
                stranger, request("/logs").header("Cookie", "porchlight=gone").build());

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?ended=EXPIRED");
        assertThat(signIn(stranger, "ana", PASSWORD)).isEqualTo("/logs");
    }

    @Test
    void aPageThatIsStillOpenMayMakeTheNewSessionFirst() throws Exception {
        send(stranger, request("/login").header("Cookie", "porchlight=gone").build());

        assertThat(get(stranger, "/logs").headers().firstValue("Location").orElseThrow())
                .endsWith("/login?ended=EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/signup",
                "/styles.css",
                "/dark.css",
                "/door.css",
                "/door.svg",
                "/favicon.svg",
                "/aura/aura.css",
                "/porchlight.webmanifest",
                "/icons/icon-192.png"
            })
    void theTwoOpenPagesAndWhatTheyShowAreOpen(String address) throws Exception {
        HttpResponse<String> answer = get(stranger, address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void signingInMakesANewSessionThatScriptsCannotRead() throws Exception {
        assertThat(get(stranger, "/login").headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("porchlight=")
                .contains("HttpOnly", "SameSite=Lax");
        String before = cookie(stranger);

        assertThat(signIn(stranger, "ana", "wrong password")).isEqualTo("/login");
        assertThat(signIn(stranger, "nobody", "wrong password")).isEqualTo("/login");
        assertThat(get(stranger, "/settings").statusCode()).isEqualTo(302);
        assertThat(signIn(stranger, "ana", PASSWORD))
                .as("where they wanted to go")
                .isEqualTo("/settings");

        assertThat(cookie(stranger)).startsWith("porchlight=").isNotEqualTo(before);
        assertThat(get(stranger, "/settings").statusCode()).isEqualTo(200);
        assertThat(get(stranger, "/recordings/nothing.mp4").statusCode()).isEqualTo(404);
    }

    @Test
    void whoSignsInGetsWhereTheyWantedToGoByItsOwnAddress() throws Exception {
        get(stranger, "/settings");
        HttpResponse<String> answer = send(stranger, signIn("ana", PASSWORD, "").build());
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/settings");
    }

    @Test
    void thePageOfErrorsIsNotThereToBeAskedFor() throws Exception {
        HttpResponse<String> answer = get(ben, "/error");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such page");
    }
}
