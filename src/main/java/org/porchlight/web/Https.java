package org.porchlight.web;

import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** Whether pages go over HTTPS, and with whose certificate. Immutable. */
@Component
public class Https {

    /** The bundle of the certificate that Porchlight makes itself. */
    static final String SELF_SIGNED = "self-signed";

    private final boolean own;
    private final boolean selfSigned;

    Https(ServerProperties server, WebOptions options) {
        own = Ssl.isEnabled(server.getSsl());
        selfSigned = !own && options.https() == WebOptions.Https.SELF_SIGNED;
    }

    /** Whether this server itself speaks HTTPS; a proxy before it may, when it does not. */
    public boolean isOn() {
        return own || selfSigned;
    }

    boolean isSelfSigned() {
        return selfSigned;
    }

    /** How an address begins: {@code http} or {@code https}. */
    public String scheme() {
        return isOn() ? "https" : "http";
    }
}
