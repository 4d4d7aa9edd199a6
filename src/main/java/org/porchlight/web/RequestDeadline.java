package org.porchlight.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which a request does not come in: its header within its patience of the connection's opening or
 * of the last answer, its body within as much again. Jetty's own idle time-out begins anew with each byte, and knows nothing
 * of those who send one a second.
 *
 * <p>Costs a look into a map for each request. Answers take as long as they like.
 */
final class RequestDeadline extends Handler.Wrapper implements Connection.Listener {

    private static final long SWEEP_MILLIS = 500;

    private final Duration patience;

    /** Since when a request is awaited, as {@link System#nanoTime}; connections that are being answered are not here. */
    private final Map<Connection, Long> waiting = new ConcurrentHashMap<>();

    RequestDeadline(Handler handler, Duration patience) {
        super(handler);
        this.patience = patience;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        sweepLater();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) { // HTTP; neither TLS below it nor a WebSocket after it
            awaitRequest(connection);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        Request watched = request;
        if (hasBody(request)) {
            awaitRequest(connection);
            watched = new Body(request, connection);
        } else {
            waiting.remove(connection);
        }
        request.addHttpStreamWrapper(stream -> new Answer(stream, connection));
        return super.handle(watched, response, callback);
    }

    private static boolean hasBody(Request request) {
        return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                || request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > 0;
    }

    private void awaitRequest(Connection connection) {
        waiting.put(connection, System.nanoTime());
    }

    private void sweepLater() {
        getServer().getScheduler().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        if (!isRunning()) {
            return;
        }
        long now = System.nanoTime();
        waiting.forEach((connection, since) -> {
            if (now - since >= patience.toNanos() && waiting.remove(connection, since)) {
                EndPoint endPoint = connection.getEndPoint();
                if (endPoint.getConnection() == connection) { // else a WebSocket has taken over
                    endPoint.close();
                }
            }
        });
        sweepLater();
    }

    /** A request whose end is still to come. */
    private final class Body extends Request.Wrapper {
        private final Connection connection;

        Body(Request request, Connection connection) {
            super(request);
            this.connection = connection;
        }

        @Override
        public Content.@Nullable Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null && chunk.isLast()) {
                waiting.remove(connection);
            }
            return chunk;
        }
    }

    /** After an answer the next request is awaited. */
    private final class Answer extends HttpStream.Wrapper {
        private final Connection connection;

        Answer(HttpStream stream, Connection connection) {
            super(stream);
            this.connection = connection;
        }

        @Override
        public void succeeded() {
            awaitRequest(connection);
            super.succeeded();
        }
    }
}
