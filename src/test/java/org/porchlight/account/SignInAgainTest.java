package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.porchlight.viewing.Viewings;
import org.porchlight.web.WebTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in where somebody is signed in already: the HTTP session goes on under another id. */
class SignInAgainTest extends WebTest {
    @Autowired
    OpenSessions open;

    @Autowired
    Viewings viewings;

    @Test
    void whatIsWatchedEndsWithTheSessionAlsoAfterAnotherSignIn() throws Exception {
        OpenSession session = newestOf("Ben");
        String before = session.id();
        try (InputStream stream = watch()) {
            assertThat(signIn(ben, "ben", PASSWORD)).isEqualTo("/");
            assertThat(session.id()).isNotEqualTo(before);
            assertThat(stream.readNBytes(1000)).as("goes on").hasSize(1000);
            assertThat(viewings.open()).hasSize(1);

            open.signedOut(session.id());

            await().atMost(LONG).until(() -> viewings.open().isEmpty());
        }
    }

    @Test
    void whoeverWasSignedInIsSignedOutWhenAnotherSignsInOverThem() throws Exception {
        OpenSession bens = newestOf("Ben");
        try (InputStream stream = watch()) {
            assertThat(signIn(ben, "ana", PASSWORD)).isEqualTo("/");

            await().atMost(LONG).until(() -> viewings.open().isEmpty());
            assertThat(stream).isNotNull();
        }
        assertThat(open.of(member("Ben").id())).doesNotContain(bens);
        assertThat(newestOf("Ana").id()).isEqualTo(bens.id());
        assertThat(get(ben, "/live/1.jpg").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverIsKeptSignedInWatchesOn() throws Exception {
        signInToStay(stranger, "ben");
        String kept = cookie(stranger).replaceFirst(".*(porchlight-kept=[^;]*).*", "$1");
        try (HttpClient later = HttpClient.newHttpClient();
                InputStream stream = later.send(
                                request("/live/1.mjpeg").header("Cookie", kept).build(), BodyHandlers.ofInputStream())
                        .body()) {
            assertThat(stream.readNBytes(200_000)).hasSize(200_000);
            later.shutdownNow();
        }
    }

    private InputStream watch() throws IOException, InterruptedException {
        InputStream stream = ben.send(request("/live/1.mjpeg").build(), BodyHandlers.ofInputStream())
                .body();
        assertThat(stream.readNBytes(1000)).hasSize(1000);
        return stream;
    }

    private OpenSession newestOf(String username) {
        return open.of(member(username).id())
                .max(Comparator.comparing(OpenSession::since))
                .orElseThrow();
    }
}
