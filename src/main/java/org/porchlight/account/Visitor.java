package org.porchlight.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * From where somebody asks.
 *
 * @param address of the device on the network, as the server sees it; empty when no request is at work
 * @param device in words of ours, never what the browser says of itself: "Chrome on Android"; empty when unknown
 */
public record Visitor(String address, String device) {
    private static final Visitor UNKNOWN = new Visitor("", "");

    /** What a browser's name for itself holds, and what people call it; the first that is found counts. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "Chrome",
            "Chrome",
            "CriOS",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS X",
            "Mac",
            "CrOS",
            "Chromebook",
            "Linux",
            "Linux");

    /** Whoever is behind the request at work in this thread. */
    public static Visitor current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : UNKNOWN;
    }

    /** What counts as one place: the address; of IPv6 its first half, since whoever has one address there has them all. */
    public String network() {
        return Throttle.network(address);
    }

    static Visitor of(HttpServletRequest request) {
        return new Visitor(plain(request.getRemoteAddr()), device(request.getHeader("User-Agent")));
    }

    /** An address as people write it: IPv6 without brackets, and with its zeros left out. */
    static String plain(String address) {
        String bare =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        return bare.indexOf(':') < 0 ? bare : bare.replaceFirst("(^|:)0(:0)+(:|$)", "::");
    }

    static String device(@Nullable String agent) {
        if (agent == null) {
            return "";
        }
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser.isEmpty()) {
            return "Program";
        }
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
