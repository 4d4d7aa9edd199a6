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

/** A network camera on this computer: MJPEG over HTTP, at a rate of its own. */
final class HttpCamera implements AutoCloseable {

    private final HttpServer server;
    private final List<byte[]> jpegs;
    private final double picturesPerSecond;
    private volatile boolean on = true;

    HttpCamera(double picturesPerSecond) throws IOException {
        this.picturesPerSecond = picturesPerSecond;
        this.jpegs = Pictures.jpegs();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/video", this::show);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/video";
    }

    @Override
    public void close() {
        on = false;
        server.stop(0);
    }

    /** Each picture leaves when it is due by the clock, however long the ones before took. */
    private void show(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "multipart/x-mixed-replace; boundary=picture");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            long begin = System.nanoTime();
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
