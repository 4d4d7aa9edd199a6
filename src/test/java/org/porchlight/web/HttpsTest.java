package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** A server with a certificate that it made itself. */
@TestPropertySource(properties = "porchlight.https=self-signed")
@ExtendWith(OutputCaptureExtension.class)
class HttpsTest extends WebTest {

    @Override
    protected String address(String path) {
        return "https://localhost:" + port + path;
    }

    @Test
    void theCertificateIsForThisMachine(CapturedOutput console) throws Exception {
        X509Certificate certificate = Tls.certificate(port);

        certificate.checkValidity();
        assertThat(SelfSignedCertificate.names(certificate)).contains("localhost", "127.0.0.1");
        assertThat(console).contains("Open https://localhost:" + port).doesNotContain("Open http://");
    }

    @Test
    void theSessionIsNeverSentInTheClear() throws Exception {
        HttpResponse<String> page = get(stranger, "/login");

        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void whoeverComesByPlainHttpIsSentOnAndToldNothing() throws Exception {
        URI plain = URI.create("http://127.0.0.1:" + port + "/logs?from=2026-11-22");
        HttpResponse<String> answer = send(stranger, request("/").uri(plain).build());

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location"))
                .contains("https://127.0.0.1:" + port + "/logs?from=2026-11-22");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void noBrowserIsToldToRefuseAnythingButHttpsForThisName() throws Exception {
        assertThat(get(stranger, "/login").headers().firstValue("Strict-Transport-Security"))
                .as("it would hold for every port of this machine, and nobody vouches for this certificate")
                .isEmpty();
    }

    @Test
    void theServerAnswersUnderNamesThatTheCertificateDoesNotKnow() throws Exception {
        try (SSLSocket socket = (SSLSocket) Tls.trustful().getSocketFactory().createSocket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /favicon.svg HTTP/1.1\r\nHost: porch.router\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }
}
