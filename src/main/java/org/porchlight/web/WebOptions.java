package org.porchlight.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be given at the start about how Porchlight is reached.
 *
 * @param https whether it makes its own certificate; an owner's own is given by {@code server.ssl.bundle}
 * @param trustedProxies addresses ({@code 192.168.1.5}) and networks ({@code 10.0.0.0/8}) of reverse proxies whose word on the
 *     address of who asks is taken
 */
@ConfigurationProperties("porchlight")
record WebOptions(
        @DefaultValue("off") Https https, @DefaultValue List<String> trustedProxies) {

    enum Https {
        OFF,
        SELF_SIGNED
    }
}
