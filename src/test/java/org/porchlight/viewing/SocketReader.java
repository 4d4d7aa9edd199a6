package org.porchlight.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads moving pictures as slowly as it likes, from a socket that holds next to nothing for it. */
class SocketReader implements AutoCloseable {

    private static final int HELD_BYTES = 4096;

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final List<Picture> pictures = new ArrayList<>();
    private int parsed;
    private boolean ended;

    /** @param takenMillis and arrivedMillis since 1970 */
    record Picture(long takenMillis, long arrivedMillis) {

        long ageMillis() {
            return arrivedMillis - takenMillis;
        }
    }

    SocketReader(int port, String path, String cookie) throws IOException {
        socket.setReceiveBufferSize(HELD_BYTES);
        socket.connect(new InetSocketAddress("localhost", port));
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + cookie + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes so many bytes, fewer at the end of the answer. */
    void take(int bytes) {
        try {
            byte[] taken = socket.getInputStream().readNBytes(bytes);
            ended |= taken.length < bytes;
            read.writeBytes(taken);
        } catch (IOException e) {
            ended = true;
        }
        parse();
    }

    /** Whether the server has ended the answer. */
    boolean ended() {
        return ended;
    }

    /** Those that have arrived whole. */
    List<Picture> pictures() {
        return pictures;
    }

    private void parse() {
        String text = read.toString(StandardCharsets.ISO_8859_1);
        for (int header = text.indexOf("Content-Length: ", parsed); header >= 0; ) {
            int body = text.indexOf("\r\n\r\n", header) + 4;
            if (body < 4) {
                return;
            }
            int end = body + Integer.parseInt(value(text, "Content-Length: ", header));
            if (end > text.length()) {
                return;
            }
            assertThat(text.startsWith("\u00ff\u00d8", body)).as("a JPEG").isTrue();
            double taken = Double.parseDouble(value(text, "X-Timestamp: ", header));
            pictures.add(new Picture(Math.round(taken * 1000), System.currentTimeMillis()));
            parsed = end;
            header = text.indexOf("Content-Length: ", parsed);
        }
    }

    private static String value(String text, String name, int from) {
        int start = text.indexOf(name, from) + name.length();
        return text.substring(start, text.indexOf("\r\n", start));
    }

    /** Goes without a word: what is still to come is answered with a reset. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
