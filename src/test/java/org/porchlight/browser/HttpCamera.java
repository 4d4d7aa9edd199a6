package org.porchlight.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A network camera on this computer: MJPEG over HTTP, at a rate of its own. It can be unplugged, and plugged in again. */
final class HttpCamera implements AutoCloseable {

    static {
        // Else the system keeps the end of a picture back until the reader has said that it has its beginning.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<byte[]> jpegs;
    private final double picturesPerSecond;
    private final int port;

    private HttpServer server;
    private volatile boolean on;
    private volatile long firstPictureMillis;

    HttpCamera(double picturesPerSecond) throws IOException {
        this(picturesPerSecond, Pictures.jpegs());
    }

    /** @param jpegs shown one after the other, again and again */
    HttpCamera(double picturesPerSecond, List<byte[]> jpegs) throws IOException {
        this.picturesPerSecond = picturesPerSecond;
        this.jpegs = jpegs;
        this.server = plugIn(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer plugIn(int atPort) throws IOException {
        HttpServer plugged = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), atPort), 0);
        plugged.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        plugged.createContext("/video", this::show);
        on = true;
        plugged.start();
        return plugged;
    }

    String address() {
        return "http://127.0.0.1:" + port + "/video";
    }

    void unplug() {
        on = false;
        server.stop(0);
    }

    void plugIn() throws IOException {
        server = plugIn(port);
    }

    /** When the picture of that number was due to leave, the last time before then; both in milliseconds since 1970. */
    double dueBefore(int number, double millis) {
        long newest = (long) ((millis - firstPictureMillis) * picturesPerSecond / 1000);
        long shown = newest - Math.floorMod(newest - number, jpegs.size());
        return firstPictureMillis + shown * 1000 / picturesPerSecond;
    }

    @Override
    public void close() {
        unplug();
    }

    /** Each picture leaves when it is due by the clock, however long the ones before took. */
    private void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=picture");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            long begin = System.nanoTime();
            firstPictureMillis = System.currentTimeMillis();
            for (long i = 0; on; i++) {
                long due = begin + Math.round(i * 1e9 / picturesPerSecond);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                byte[] jpeg = jpegs.get((int) (i % jpegs.size()));
                out.write(("--picture\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(jpeg);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        }
    }
}
