package org.porchlight.viewing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * The HTTP/1 connection below an answer, which Servlets do not show: what is written to it goes past their bookkeeping, the
 * system is told how much of it to hold back, and it can be broken off. Safe for any thread.
 */
final class ViewerSocket {

    private final EndPoint answer;
    private final EndPoint socket;

    private ViewerSocket(EndPoint answer, EndPoint socket) {
        this.answer = answer;
        this.socket = socket;
    }

    static ViewerSocket of(HttpServletRequest request) {
        EndPoint answer = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        EndPoint socket = answer;
        while (socket instanceof EndPoint.Wrapper encrypted) {
            socket = encrypted.unwrap();
        }
        return new ViewerSocket(answer, socket);
    }

    /**
     * Writes to an answer whose headers have been sent and which ends with the connection. One at a time; direct buffers are
     * not copied.
     *
     * @param written called once: on this thread before this returns where the system takes it all, else on Jetty's
     */
    void write(Callback written, ByteBuffer... bytes) {
        answer.write(written, bytes);
    }

    /** Lets the system hold about that many bytes for the reader. */
    void holdAbout(int bytes) {
        set(StandardSocketOptions.SO_SNDBUF, bytes);
    }

    /** Breaks the connection off; the reader gets nothing of what the system still holds for it. */
    void abort(Exception why) {
        set(StandardSocketOptions.SO_LINGER, 0);
        socket.close(why);
    }

    private <T> void set(SocketOption<T> option, T value) {
        if (socket.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(option, value);
            } catch (IOException e) {
                socket.close(e); // The reader has gone: the next write says so.
            }
        }
    }
}
