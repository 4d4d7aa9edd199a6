package org.porchlight.media;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A camera's end of the network, on a plain socket of this computer, that can go away and come back. */
abstract class LocalPeer implements AutoCloseable {

    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile @Nullable ServerSocket server;
    private volatile @Nullable Thread accepting;

    LocalPeer() throws IOException {
        port = listen(0);
    }

    private int listen(int wanted) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        server = listening;
        accepting = Thread.ofPlatform().daemon().start(() -> accept(listening));
        return listening.getLocalPort();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serveOne(connection));
            } catch (IOException e) {
                return; // it went away
            }
        }
    }

    private void serveOne(Socket connection) {
        try (connection) {
            serve(connection);
        } catch (IOException e) {
            // whoever looked has gone, or this peer has
        } finally {
            connections.remove(connection);
        }
    }

    /** Speaks with one that connected, on a thread of its own, until that ends. */
    abstract void serve(Socket connection) throws IOException;

    int port() {
        return port;
    }

    /** Nothing answers any more. */
    void leave() throws IOException {
        ServerSocket listening = server;
        if (listening != null) {
            listening.close();
        }
        Thread last = accepting;
        if (last != null) {
            await().until(() -> !last.isAlive());
        }
        for (Socket connection : connections) {
            connection.close();
        }
    }

    void comeBack() throws IOException {
        listen(port);
    }

    @Override
    public void close() throws IOException {
        leave();
    }
}
