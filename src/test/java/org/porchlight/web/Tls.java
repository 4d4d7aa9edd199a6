package org.porchlight.web;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mockito.Mockito;

/** A browser that takes whatever certificate it is shown. */
final class Tls {

    private Tls() {}

    static SSLContext trustful() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManager everybody = Mockito.mock(X509ExtendedTrustManager.class);
        context.init(null, new TrustManager[] {everybody}, new SecureRandom());
        return context;
    }

    /** The certificate that a new connection is shown. */
    static X509Certificate certificate(int port) throws Exception {
        try (SSLSocket socket =
                (SSLSocket) trustful().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
