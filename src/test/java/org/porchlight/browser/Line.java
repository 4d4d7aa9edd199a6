package org.porchlight.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/** The line between a browser and a house. It can stop carrying live pictures; everything else goes on. */
final class Line implements AutoCloseable {

    private static final int HELD_BYTES = 16 << 10;

    private final URI house;
    private final ServerSocket end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Semaphore carriesPictures = new Semaphore(1);

    Line(House house) throws IOException {
        this.house = URI.create(house.address());
        Thread.startVirtualThread(this::accept);
    }

    /** Where the house is, through this line. */
    String address() {
        return "http://localhost:" + end.getLocalPort();
    }

    void stopsCarryingPictures() {
        carriesPictures.acquireUninterruptibly();
    }

    void carriesPicturesAgain() {
        carriesPictures.release();
    }

    @Override
    public void close() throws IOException {
        end.close();
    }

    private void accept() {
        try {
            while (true) {
                carry(end.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void carry(Socket browser) throws IOException {
        try {
            Connection connection = new Connection(browser);
            Thread.startVirtualThread(connection::carryRequests);
            Thread.startVirtualThread(connection::carryAnswers);
        } catch (IOException refused) {
            browser.close(); // the next one may do
        }
    }

    private final class Connection {

        private final Socket browser;
        private final Socket server = new Socket();
        private volatile boolean ofPictures;

        Connection(Socket browser) throws IOException {
            this.browser = browser;
            server.setReceiveBufferSize(HELD_BYTES);
            server.connect(new InetSocketAddress(house.getHost(), house.getPort()));
        }

        void carryRequests() {
            carry(browser, server);
        }

        void carryAnswers() {
            carry(server, browser);
        }

        private void carry(Socket from, Socket to) {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] some = new byte[HELD_BYTES];
                for (int count = in.read(some); count >= 0; count = in.read(some)) {
                    if (from == browser) {
                        ofPictures |= new String(some, 0, count, StandardCharsets.ISO_8859_1).contains(".mjpeg");
                    } else if (ofPictures) {
                        carriesPictures.acquireUninterruptibly();
                        carriesPictures.release();
                    }
                    out.write(some, 0, count);
                }
            } catch (IOException gone) {
                // One of them has hung up, and now both have.
            }
        }
    }
}
