package org.porchlight.web;

import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Bounds what a connection may cost before anybody is known to be behind it. */
@Component
class ConnectionLimits implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    /** Far more than any page sends: nothing is uploaded to Porchlight. */
    private static final long LARGEST_REQUEST_BYTES = 1 << 20;

    /** Connections that may wait to be accepted. Those beyond Java's usual 50 would ask again only after a second. */
    private static final int BURST = 1024;

    /** For a request's header after the connection's opening or the last answer, and for its body after that. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Duration patience;

    ConnectionLimits() {
        this(PATIENCE);
    }

    /** @param patience how long a request is waited for */
    ConnectionLimits(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(this::limit);
    }

    private void limit(Server server) {
        SizeLimitHandler sized = new SizeLimitHandler(LARGEST_REQUEST_BYTES, -1);
        sized.setHandler(server.getHandler());
        RequestDeadline deadline = new RequestDeadline(sized, patience);
        server.setHandler(deadline);
        for (Connector connector : server.getConnectors()) {
            connector.addBean(deadline, false);
            if (connector instanceof ServerConnector listener) {
                listener.setAcceptQueueSize(BURST);
            }
        }
    }
}
