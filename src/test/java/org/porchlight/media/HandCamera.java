package org.porchlight.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** A network camera driven by hand: MJPEG over HTTP, each picture due by the clock. */
final class HandCamera extends LocalPeer {

    static final int WIDTH = 160;
    static final int HEIGHT = 90;

    private final byte[] picture = picture();
    private final int picturesPerSecond;
    private volatile UnaryOperator<byte[]> distortion = whole -> whole;
    private volatile boolean silent;

    HandCamera(int picturesPerSecond) throws IOException {
        this.picturesPerSecond = picturesPerSecond;
    }

    Source source() {
        return Source.parse("http://127.0.0.1:" + port() + "/video");
    }

    /** Sends what {@code change} makes of its picture, from now on. */
    void distorts(UnaryOperator<byte[]> change) {
        distortion = change;
    }

    /** Stays connected and sends nothing, or sends again. */
    void silent(boolean now) {
        silent = now;
    }

    @Override
    void serve(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        String request = in.readLine();
        OutputStream out = connection.getOutputStream();
        say(out, "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=picture\r\n\r\n");
        if (request == null || !request.startsWith("GET")) {
            return;
        }
        long begin = System.nanoTime();
        for (long number = 0; !connection.isClosed(); number++) {
            long due = begin + number * 1_000_000_000L / picturesPerSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            if (!silent) {
                byte[] jpeg = distortion.apply(picture.clone());
                say(out, "--picture\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n");
                out.write(jpeg);
                say(out, "\r\n");
                out.flush();
            }
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(250, 190, 90));
        pen.fillOval(40, 10, 70, 70);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
