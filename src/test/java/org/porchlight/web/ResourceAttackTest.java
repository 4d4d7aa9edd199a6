package org.porchlight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.porchlight.viewing.Viewings;
import org.springframework.beans.factory.annotation.Autowired;

/** Connections that only cost, over real sockets, while Ana watches. */
@Timeout(120)
class ResourceAttackTest extends WebTest {

    private static final Duration ALLOWED = Duration.ofSeconds(10);
    /** What the demo picture gives. */
    private static final int FRAMES_PER_SECOND = 30;

    @Autowired
    Viewings viewings;

    @Test
    void idleConnectionsAreClosedWhileAViewerKeepsTheFrameRate() throws Exception {
        try (Viewer viewer = new Viewer();
                Attackers attackers = new Attackers(500)) {
            attackers.areClosed();
            viewer.keptItsRate();
        }
    }

    @Test
    void aHeaderThatComesAByteASecondIsNotWaitedFor() throws Exception {
        try (Viewer viewer = new Viewer();
                Attackers attackers = new Attackers(100)) {
            attackers.trickle("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            attackers.areClosed();
            viewer.keptItsRate();
        }
    }

    @Test
    void aBodyThatComesAByteASecondIsNotWaitedFor() throws Exception {
        try (Viewer viewer = new Viewer();
                Attackers attackers = new Attackers(100)) {
            attackers.send("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\n");
            attackers.trickle("username=");
            attackers.areClosed();
            viewer.keptItsRate();
        }
    }

    @Test
    void aSecondRequestOfAConnectionIsNotWaitedForEither() throws Exception {
        try (Attackers attackers = new Attackers(10)) {
            attackers.send("GET /favicon.svg HTTP/1.1\r\nHost: localhost\r\n\r\n");
            attackers.trickle("GET / HTTP/1.1\r\nX-Slow: ");
            attackers.areClosed();
        }
    }

    @Test
    void aHeaderOfOneMebibyteIsRefused() throws Exception {
        try (Viewer viewer = new Viewer();
                Attackers attackers = new Attackers(10)) {
            attackers.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(1 << 20) + "\r\n\r\n");
            attackers.areClosed();
            viewer.keptItsRate();
        }
    }

    @Test
    void aBodyOfMoreThanOneMebibyteIsRefused() throws Exception {
        try (Attackers attackers = new Attackers(10)) {
            attackers.send("POST /?v-r=uidl HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\n\r\n"
                    + "a".repeat(1 << 20));
            attackers.areClosed();
        }
    }

    @Test
    void streamsThatAreResetLeaveNothingBehind() throws Exception {
        try (Viewer stays = new Viewer()) {
            resetStreams(50); // what is made once and kept is there now
            await().atMost(LONG).until(() -> viewings.open().size() == 1);
            long handles = handles();
            long threads = threads();

            resetStreams(500);

            await("viewings end").atMost(LONG).until(() -> viewings.open().size() == 1);
            await("handles are closed").atMost(LONG).until(() -> handles() <= handles + 5);
            assertThat(stays.stillWatches()).isTrue();
            await("threads end").atMost(LONG).until(() -> threads() <= threads + 5);
        }
    }

    private void resetStreams(int count) throws Exception {
        String cookie = cookie(ana);
        List<Socket> streams = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Socket socket = connect();
            streams.add(socket);
            socket.getOutputStream()
                    .write(ascii("GET /live/1.mjpeg HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n"));
        }
        for (Socket socket : streams) {
            assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
            socket.setOption(StandardSocketOptions.SO_LINGER, 0); // a reset instead of an end
            socket.close();
        }
    }

    private static long handles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private static long threads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.count();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) LONG.toMillis());
        return socket;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Connections opened all at once, each read to its end by a thread of its own. */
    private final class Attackers implements AutoCloseable {
        private final List<Socket> sockets = new ArrayList<>();
        private final Set<Socket> open = ConcurrentHashMap.newKeySet();
        private final AtomicLong longestNanos = new AtomicLong();
        private byte[] drop = {};

        Attackers(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                Socket socket = connect();
                sockets.add(socket);
                open.add(socket);
                Thread.ofVirtual().start(() -> read(socket));
            }
        }

        private void read(Socket socket) {
            long began = System.nanoTime();
            try {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // It was closed the hard way.
            } finally {
                longestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
                open.remove(socket);
            }
        }

        void send(String text) {
            write(ascii(text));
        }

        /** From now on a byte a second on each. */
        void trickle(String begin) {
            send(begin);
            drop = new byte[] {'a'};
        }

        private void write(byte[] bytes) {
            for (Socket socket : open) {
                try {
                    socket.getOutputStream().write(bytes);
                } catch (IOException e) {
                    // It was closed meanwhile.
                }
            }
        }

        /** Every one of them ends within the time allowed. */
        void areClosed() {
            await("connections are closed")
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(ALLOWED.plusSeconds(20))
                    .until(() -> {
                        write(drop);
                        return open.isEmpty();
                    });
            assertThat(Duration.ofNanos(longestNanos.get()))
                    .as("the longest life of a connection")
                    .isLessThan(ALLOWED);
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    /** Ana at the live picture. */
    private final class Viewer implements AutoCloseable {
        private final WatchedStream stream;

        Viewer() throws Exception {
            stream = new WatchedStream(ana.send(request("/live/1.mjpeg").build(), BodyHandlers.ofInputStream())
                    .body());
        }

        boolean stillWatches() {
            return stream.goesOn();
        }

        void keptItsRate() {
            assertThat(stream.picturesPerSecond()).as("pictures a second").isGreaterThan(0.85 * FRAMES_PER_SECOND);
            assertThat(stream.longestGap()).as("longest gap").isLessThan(Duration.ofSeconds(1));
        }

        @Override
        public void close() throws IOException {
            stream.close();
            await().atMost(LONG).until(() -> viewings.open().isEmpty());
        }
    }
}
