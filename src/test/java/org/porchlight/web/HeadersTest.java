package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told to refuse, and what is refused that another site's page has them send. */
class HeadersTest extends WebTest {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b[^>]*>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/signup",
                "/logs",
                "/live/1.jpg",
                "/live/2.jpg",
                "/nowhere",
                "/error",
                "/recordings/x.mp4",
                "/styles.css"
            })
    void browsersAreToldToBeStrict(String address) throws Exception {
        HttpResponse<String> answer = get(ana, address);

        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "microphone=()");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("http:", "ws:", "*");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/logs", "/settings", "/live/1.jpg", "/live/2.jpg", "/recordings/x.mp4"})
    void noPagePictureOrRecordingIsKeptByABrowser(String address) throws Exception {
        assertThat(header(get(ana, address), "Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/settings"})
    void onlyTheScriptsThatAPageWasMadeWithRun(String address) throws Exception {
        HttpResponse<String> first = get(ana, address);

        String policy = header(first, "Content-Security-Policy");
        assertThat(policy.substring(policy.indexOf("script-src"))).doesNotContain("unsafe-inline");
        String nonce = nonce(first);
        assertThat(SCRIPT.matcher(first.body()).results().map(script -> script.group()))
                .isNotEmpty()
                .allMatch(script -> script.contains("nonce=\"" + nonce + "\""));
        assertThat(nonce(get(ana, address))).isNotEqualTo(nonce);
    }

    @Test
    void whatIsNoPageRunsNoScripts() throws Exception {
        assertThat(header(get(ana, "/live/1.jpg"), "Content-Security-Policy")).endsWith("script-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout", "/?v-r=uidl&v-uiId=0", "/live/1.jpg"})
    void anotherSitesPageCannotHaveABrowserChangeAnything(String address) throws Exception {
        for (String[] header : new String[][] {
            {"Origin", "http://evil.example"},
            {"Origin", "http://localhost:" + (port + 1)},
            {"Origin", "null"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            HttpResponse<String> answer = ana.send(
                    request(address)
                            .header(header[0], header[1])
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("username=ana&password=" + PASSWORD))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s: %s", header[0], header[1]).isEqualTo(403);
        }
        assertThat(get(ana, "/settings").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingChangesByAGet() throws Exception {
        for (String address :
                new String[] {"/logout", "/?v-r=uidl", "/login?username=ana&password=x", "/settings?framesPerSecond=1"
                }) {
            get(ana, address);
        }

        assertThat(get(ana, "/settings").body()).doesNotContain("Sign in");
        assertThat(get(ana, "/settings").statusCode()).isEqualTo(200);
    }

    private static String nonce(HttpResponse<String> page) {
        Matcher nonce = NONCE.matcher(header(page, "Content-Security-Policy"));
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
