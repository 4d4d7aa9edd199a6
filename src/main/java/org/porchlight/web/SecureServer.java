package org.porchlight.web;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What HTTPS needs beyond Spring Boot: whoever comes to its port by plain HTTP is sent on, and a certificate that was renewed is
 * used by the next connection, which Boot does for other servers than Jetty alone.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // after Boot's own, which says whether there is a certificate
class SecureServer implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    private static final Logger log = LoggerFactory.getLogger(SecureServer.class);

    private final SslBundles bundles;
    private final Https https;

    SecureServer(SslBundles bundles, Https https) {
        this.bundles = bundles;
        this.https = https;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        if (!https.isOn()) {
            return;
        }
        if (https.isSelfSigned()) {
            factory.setSsl(Ssl.forBundle(Https.SELF_SIGNED));
        }
        Ssl ssl = factory.getSsl();
        String bundle = ssl == null ? null : ssl.getBundle();
        factory.addServerCustomizers(server -> secure(server, bundle));
    }

    private void secure(Server server, @Nullable String bundle) {
        for (Connector connector : server.getConnectors()) {
            SslConnectionFactory tls = connector.getConnectionFactory(SslConnectionFactory.class);
            if (connector instanceof ServerConnector ours && tls != null) {
                HttpConnectionFactory http = ours.getConnectionFactory(HttpConnectionFactory.class);
                // Routers give names of their own to what is on the network; a browser warns of a wrong one anyway.
                http.getHttpConfiguration()
                        .getCustomizer(SecureRequestCustomizer.class)
                        .setSniHostCheck(false);
                letPlainHttpIn(ours, tls);
                if (bundle != null) {
                    renew(tls.getSslContextFactory(), bundle);
                }
            }
        }
        server.setHandler(new ToHttps(server.getHandler()));
    }

    /** TLS is told from plain HTTP by its first bytes. */
    private static void letPlainHttpIn(ServerConnector connector, SslConnectionFactory tls) {
        DetectorConnectionFactory detector = new DetectorConnectionFactory(tls);
        List<ConnectionFactory> factories = new ArrayList<>(connector.getConnectionFactories());
        factories.remove(tls);
        factories.addFirst(detector);
        connector.setConnectionFactories(factories);
        connector.setDefaultProtocol(detector.getProtocol());
    }

    private void renew(SslContextFactory.Server tls, String name) {
        bundles.addBundleUpdateHandler(name, bundle -> {
            try {
                tls.reload(factory -> use((SslContextFactory.Server) factory, bundle));
                log.info("The certificate for HTTPS was renewed");
            } catch (Exception e) {
                log.error("The renewed certificate for HTTPS cannot be used; the one before stays", e);
            }
        });
    }

    private static void use(SslContextFactory.Server tls, SslBundle bundle) {
        tls.setKeyStore(bundle.getStores().getKeyStore());
        tls.setKeyStorePassword(bundle.getStores().getKeyStorePassword());
        tls.setKeyManagerPassword(bundle.getKey().getPassword());
        tls.setCertAlias(bundle.getKey().getAlias());
    }
}
