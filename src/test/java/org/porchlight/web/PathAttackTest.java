package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.porchlight.viewing.Viewings;
import org.springframework.beans.factory.annotation.Autowired;

/** Addresses that are written so that two readers may take them for different ones, sent as they are. */
class PathAttackTest extends WebTest {

    @Autowired
    Viewings viewings;

    private static Stream<String> disguises() {
        return Stream.of("live/1.jpg", "live/1.mjpeg", "recordings/x.mp4", "settings", "logs.css")
                .flatMap(path -> Stream.of(
                        "//" + path,
                        "///" + path,
                        "/./" + path,
                        "/login/../" + path,
                        "/login/..;/" + path,
                        "/login;/../" + path,
                        "/styles.css/../" + path,
                        "/VAADIN/../" + path,
                        "/VAADIN/build/../../" + path,
                        "/VAADIN/..%2f" + path,
                        "/icons/%2e%2e/" + path,
                        "/icons/%252e%252e/" + path,
                        "/icons/..%5c" + path,
                        "/fonts\\..\\" + path,
                        "/fonts/..%c0%af" + path,
                        "/%2f" + path,
                        "/" + path + ";x=/login",
                        "/;a/" + path,
                        "/" + path + "%00",
                        "/" + path + "%00.css",
                        "/" + path + "%0d%0aX-Evil:1",
                        "/" + path + "/",
                        "/" + path + "?v-r=static/../" + path,
                        "/" + path.toUpperCase(Locale.ROOT),
                        "/" + path.replace("/", "%2f"),
                        "/" + path.replaceFirst("^.", "%" + Integer.toHexString(path.charAt(0))),
                        "http://localhost/" + path,
                        "http://evil.example/" + path));
    }

    private static Stream<String> waysOut() {
        String up = "../../../../../../../../";
        return Stream.of(
                "/recordings/" + up + "etc/passwd",
                "/recordings/" + up.replace("/", "%2f") + "etc%2fpasswd",
                "/recordings/" + up.replace("..", "%2e%2e") + "etc/passwd",
                "/recordings/" + up.replace("..", "%252e%252e") + "etc/passwd",
                "/recordings/" + up.replace("/", "\\") + "etc\\passwd",
                "/recordings/" + up.replace("/", "%5c") + "etc%5cpasswd",
                "/recordings//etc/passwd",
                "/recordings/%00/etc/passwd",
                "/recordings/00000000-0000-0000-0000-000000000000.mp4/" + up + "etc/passwd",
                "/recordings/" + up + "porchlight.db",
                "/VAADIN/build/" + up + "etc/passwd",
                "/VAADIN/static/push/" + up + "application.properties",
                "/fonts/" + up + "application.properties",
                "/fonts/..%2f..%2fapplication.properties",
                "/icons/" + up + "db/migration/V1__settings.sql",
                "/aura/..%252f..%252fapplication.properties",
                "/..;/application.properties",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/live/1.jpg/" + up + "etc/passwd",
                "/live/9999999999999999999999.jpg",
                "/live/-1.mjpeg",
                "/live/1.mjpeg?viewing=1e3",
                "/live/1.mjpeg?viewing=0x1",
                "/live/1.mjpeg?viewing='%20or%201=1",
                "/live/1.jpg?viewing=99999999999999999999",
                "/recordings/%27or%271.mp4",
                "/h2-console",
                "/actuator/env",
                "/nowhere?message=<script>alert(1)</script>");
    }

    @Test
    void noDisguiseOpensAnAddressToAStranger() throws Exception {
        for (String target : disguises().toList()) {
            String answer = ask(stranger, target);

            assertThat(answer).as(target).matches("(?s)HTTP/1\\.1 (301|302|307|400|401|403|404|405) .*");
            assertThat(answer)
                    .as(target)
                    .doesNotContain("\u00ff\u00d8\u00ff", "--picture", "ftyp", "pl-log-grid", "\r\nX-Evil");
        }
        assertThat(viewings.open()).isEmpty();
    }

    @Test
    void nobodyGetsOutOfWhatIsServed() throws Exception {
        for (String target : waysOut().toList()) {
            for (HttpClient browser : new HttpClient[] {stranger, ben}) {
                String answer = ask(browser, target);

                assertThat(answer).as(target).doesNotMatch("(?s)HTTP/1\\.1 5.*");
                assertThat(answer)
                        .as(target)
                        .doesNotContain(
                                "root:", "SQLite format", "spring.", "create table", "Manifest-Version", "\tat ")
                        .doesNotContain("<script>alert");
            }
        }
    }

    private String ask(HttpClient browser, String target) throws IOException {
        String cookies = browser == stranger ? "" : "Cookie: " + cookie(browser) + "\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) LONG.toMillis());
            socket.getOutputStream()
                    .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + cookies
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
