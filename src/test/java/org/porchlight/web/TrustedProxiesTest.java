package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.porchlight.settings.CannotStart;

/** Who the server takes for the one who asks, when the answer says who that is. */
class TrustedProxiesTest {

    @Test
    void aForgedAddressFromElsewhereChangesNothing() throws Exception {
        String seen = ask(
                List.of("192.168.1.5"),
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "for=203.0.113.9;proto=https;host=evil.example");

        assertThat(seen).isEqualTo("127.0.0.1 http 127.0.0.1");
    }

    @Test
    void nobodyIsTrustedUnlessSaid() throws Exception {
        assertThat(ask(List.of(), "X-Forwarded-For", "203.0.113.9")).isEqualTo("127.0.0.1 http 127.0.0.1");
    }

    @Test
    void aTrustedProxyTellsWhoAsksAndHow() throws Exception {
        String seen = ask(
                List.of("127.0.0.0/8"),
                "X-Forwarded-For",
                "203.0.113.9",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "door.example");

        assertThat(seen).isEqualTo("203.0.113.9 https door.example");
    }

    @Test
    void whatSomebodyWroteBeforeTheProxyDidIsNotBelieved() throws Exception {
        assertThat(ask(List.of("127.0.0.1"), "X-Forwarded-For", "10.0.0.1, 203.0.113.9"))
                .startsWith("203.0.113.9 ");
        assertThat(ask(List.of("127.0.0.1", "10.0.0.0/8"), "X-Forwarded-For", "198.51.100.7, 203.0.113.9, 10.0.0.1"))
                .startsWith("203.0.113.9 ");
        assertThat(ask(List.of("127.0.0.1"), "X-Forwarded-For", "203.0.113.9", "Forwarded", "for=198.51.100.7"))
                .startsWith("203.0.113.9 ");
    }

    @Test
    void whatIsNoAddressKeepsTheServerFromStarting() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("the proxy")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("the proxy");
    }

    private static String ask(List<String> trusted, String... headers) throws Exception {
        Server server = new Server();
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.addCustomizer(new TrustedProxies(trusted));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new WhoAsks());
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI here = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
            return client.send(HttpRequest.newBuilder(here).headers(headers).build(), BodyHandlers.ofString())
                    .body();
        } finally {
            server.stop();
        }
    }

    private static final class WhoAsks extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String seen = Request.getRemoteAddr(request) + " " + (request.isSecure() ? "https" : "http") + " "
                    + Request.getServerName(request);
            response.write(true, ByteBuffer.wrap(seen.getBytes(StandardCharsets.US_ASCII)), callback);
            return true;
        }
    }
}
