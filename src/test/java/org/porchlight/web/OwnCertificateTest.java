package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A server with a certificate of the owner's, in two files that a tool renews from time to time. */
@TestPropertySource(
        properties = {
            "server.ssl.bundle=house",
            "spring.ssl.bundle.pem.house.reload-on-update=true",
            "spring.ssl.bundle.watch.file.quiet-period=100ms"
        })
class OwnCertificateTest extends WebTest {

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void giveTheCertificate(DynamicPropertyRegistry properties) throws Exception {
        putNewCertificate();
        properties.add("spring.ssl.bundle.pem.house.keystore.certificate", () -> "file:" + certificate());
        properties.add("spring.ssl.bundle.pem.house.keystore.private-key", () -> "file:" + key());
    }

    @Override
    protected String address(String path) {
        return "https://localhost:" + port + path;
    }

    @Test
    void aRenewedCertificateIsUsedByTheNextConnectionWhileStreamsGoOn() throws Exception {
        X509Certificate first = Tls.certificate(port);
        try (WatchedStream stream =
                new WatchedStream(ana.send(request("/live/1.mjpeg").build(), BodyHandlers.ofInputStream())
                        .body())) {
            putNewCertificate();

            await().atMost(LONG).until(() -> !Tls.certificate(port).equals(first));
            assertThat(stream.goesOn()).isTrue();
        }
    }

    @Test
    void browsersAreToldToComeByHttpsOnly() throws Exception {
        assertThat(get(ana, "/")
                        .headers()
                        .firstValue("Strict-Transport-Security")
                        .orElseThrow())
                .startsWith("max-age=")
                .doesNotContain("includeSubDomains");
    }

    private static Path certificate() {
        return folder.resolve("fullchain.pem");
    }

    private static Path key() {
        return folder.resolve("privkey.pem");
    }

    private static void putNewCertificate() throws Exception {
        Path making = Files.createTempDirectory(folder, "making");
        KeyStore store = Objects.requireNonNull(new SelfSignedCertificate(making, new ThisMachine(), Clock.systemUTC())
                .bundle()
                .getStores()
                .getKeyStore());
        put(
                key(),
                "PRIVATE KEY",
                store.getKey("porchlight", "porchlight".toCharArray()).getEncoded());
        put(certificate(), "CERTIFICATE", store.getCertificate("porchlight").getEncoded());
    }

    private static void put(Path file, String kind, byte[] bytes) throws IOException {
        Path made = Files.writeString(
                file.resolveSibling(file.getFileName() + ".new"),
                "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind
                        + "-----\n");
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
