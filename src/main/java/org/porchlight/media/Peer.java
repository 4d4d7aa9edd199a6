package org.porchlight.media;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A cheap look whether a camera on the network answers at all, so that one that was gone is noticed as soon as it is back. A
 * computer that hangs still takes connections; so it is asked something that needs no password, and any answer counts.
 */
final class Peer {

    /** Milliseconds for each of connecting and answering. */
    private static final int LONGEST = 500;

    private final String host;
    private final int port;
    private final String question;

    Peer(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        host = address.getHost().replaceAll("[\\[\\]]", "");
        port = address.getPort() > 0 ? address.getPort() : usualPort(scheme);
        String at = address.getHost() + ":" + port;
        question = switch (scheme) {
            case "rtsp" -> "OPTIONS rtsp://" + at + "/ RTSP/1.0\r\nCSeq: 1\r\n\r\n";
            case "http" -> "HEAD / HTTP/1.1\r\nHost: " + at + "\r\nConnection: close\r\n\r\n";
            default -> ""; // https: that it can be connected to has to do
        };
    }

    private static int usualPort(String scheme) {
        return switch (scheme) {
            case "rtsp" -> 554;
            case "https" -> 443;
            default -> 80;
        };
    }

    /** Asks, and waits a second at most; a name that cannot be resolved may take longer. */
    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), LONGEST);
            if (question.isEmpty()) {
                return true;
            }
            socket.setSoTimeout(LONGEST);
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false; // whatever the reason: it is asked again soon
        }
    }
}
