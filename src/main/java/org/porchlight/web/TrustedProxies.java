package org.porchlight.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.porchlight.settings.CannotStart;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Believes reverse proxies that are configured, and nobody else, about the address of who asks, and about the host and the scheme
 * that were asked for. Of the addresses that a chain of proxies has gathered in X-Forwarded-For the last one that is no such
 * proxy counts: everything before it may have been sent by whoever asks.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {

    private final List<IpAddressMatcher> trusted;
    private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

    /** @throws CannotStart when one of them is neither an address nor a network */
    TrustedProxies(List<String> trusted) {
        this.trusted = trusted.stream().map(TrustedProxies::matcher).toList();
    }

    private static IpAddressMatcher matcher(String proxy) {
        try {
            return new IpAddressMatcher(proxy.strip());
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "\"" + proxy + "\" in --porchlight.trusted-proxies is neither an address nor a network.",
                    "Write it like 192.168.1.5 or 192.168.1.0/24.",
                    e);
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        SocketAddress from = request.getConnectionMetaData().getRemoteSocketAddress();
        if (!(from instanceof InetSocketAddress socket) || !isTrusted(socket.getAddress())) {
            return request;
        }
        return forwarded.customize(new WhatCounts(request), responseHeaders);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(proxy -> proxy.matches(address.getHostAddress()));
    }

    private boolean isTrusted(String address) {
        try {
            return trusted.stream().anyMatch(proxy -> proxy.matches(address));
        } catch (IllegalArgumentException e) {
            return false; // it is no address at all
        }
    }

    /** The last address of those that proxies gathered that is no proxy's; the first one when all are. */
    private String client(List<String> gathered) {
        for (String address : gathered.reversed()) {
            if (!isTrusted(address)) {
                return address;
            }
        }
        return gathered.getFirst();
    }

    /** A request whose header names one address, which {@link ForwardedRequestCustomizer} takes. */
    private final class WhatCounts extends Request.Wrapper {
        private final HttpFields headers;

        WhatCounts(Request request) {
            super(request);
            HttpFields.Mutable counting = HttpFields.build(request.getHeaders());
            List<String> gathered = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
            if (!gathered.isEmpty()) {
                counting.put(new HttpField(HttpHeader.X_FORWARDED_FOR, client(gathered)));
            }
            counting.remove(HttpHeader.FORWARDED); // another way to say the same, which proxies seldom use
            headers = counting.asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
