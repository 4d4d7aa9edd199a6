package org.porchlight.viewing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * The connection below an answer, which Servlets do not show: how much of what was written the system may hold back, and how
 * to break it off. Safe for any thread.
 */
final class ViewerSocket {

    private final EndPoint endPoint;

    private ViewerSocket(EndPoint endPoint) {
        this.endPoint = endPoint;
    }

    static ViewerSocket of(HttpServletRequest request) {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper encrypted) {
            endPoint = encrypted.unwrap();
        }
        return new ViewerSocket(endPoint);
    }

    /** Lets the system hold about that many bytes for the reader. */
    void holdAbout(int bytes) {
        set(StandardSocketOptions.SO_SNDBUF, bytes);
    }

    /** Breaks the connection off; the reader gets nothing of what the system still holds for it. */
    void abort(Exception why) {
        set(StandardSocketOptions.SO_LINGER, 0);
        endPoint.close(why);
    }

    private <T> void set(SocketOption<T> option, T value) {
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(option, value);
            } catch (IOException e) {
                endPoint.close(e); // The reader has gone: the next write says so.
            }
        }
    }
}
