package org.porchlight.viewing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a live stream as slowly as it likes, from a socket that holds next to nothing for it. */
abstract class SocketReader implements AutoCloseable {

    private static final int HELD_BYTES = 8 << 10;

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final List<Picture> pictures = new ArrayList<>();
    private volatile boolean ended;

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
        take(0, bytes);
    }

    /** Takes what is there within a moment, so many bytes at most: called evenly, it is a slow line. */
    void takeAtMost(int bytes) {
        take(1, bytes);
    }

    private void take(int timeoutMillis, int bytes) {
        try {
            socket.setSoTimeout(timeoutMillis);
            InputStream in = socket.getInputStream();
            for (int left = bytes; left > 0 && !ended; ) {
                byte[] some = new byte[left];
                int count = in.read(some);
                ended = count < 0;
                left -= count;
                read.write(some, 0, Math.max(0, count));
            }
        } catch (SocketTimeoutException e) {
            // Nothing more is there just now.
        } catch (IOException e) {
            ended = true;
        }
        parse(read.toByteArray());
    }

    /** Finds in all that was read so far what has arrived whole since the last time. */
    abstract void parse(byte[] all);

    /** A picture that was taken then has just arrived. */
    void arrived(long takenMillis) {
        synchronized (pictures) {
            pictures.add(new Picture(takenMillis, System.currentTimeMillis()));
        }
    }

    /** Whether the server has ended the answer. */
    boolean ended() {
        return ended;
    }

    /** Those that have arrived whole. */
    List<Picture> pictures() {
        synchronized (pictures) {
            return List.copyOf(pictures);
        }
    }

    /** This end of the connection. */
    int port() {
        return socket.getLocalPort();
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
