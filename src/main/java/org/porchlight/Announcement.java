package org.porchlight;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.porchlight.account.Members;
import org.porchlight.account.SetupCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console, once the server answers, where to open it and how to make the first account. */
@Component
class Announcement {
    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    private static final Pattern INSIDE = Pattern.compile("docker|br-|veth|virbr|podman|cni|lxc");

    private final Members members;
    private final SetupCode setupCode;

    Announcement(Members members, SetupCode setupCode) {
        this.members = members;
        this.setupCode = setupCode;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws SocketException {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            lines(context.getWebServer().getPort()).forEach(log::info);
        }
    }

    List<String> lines(int port) throws SocketException {
        List<String> lines = new ArrayList<>();
        for (String host : homeAddresses()) {
            lines.add("Open http://" + host + ":" + port);
        }
        lines.add("Open http://localhost:" + port + " on this computer");
        if (members.none()) {
            lines.add("Setup code: " + setupCode.display());
        }
        return lines;
    }

    /** The addresses under which other devices of the home network reach this machine. */
    private static List<String> homeAddresses() throws SocketException {
        List<InetAddress> addresses = NetworkInterface.networkInterfaces()
                .filter(Announcement::up)
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLinkLocalAddress())
                .toList();
        boolean home = addresses.stream().anyMatch(InetAddress::isSiteLocalAddress);
        return addresses.stream()
                .filter(address -> !home || address.isSiteLocalAddress())
                .map(InetAddress::getHostAddress)
                .toList();
    }

    /** Apart from the networks inside this machine, of containers and virtual machines. */
    private static boolean up(NetworkInterface network) {
        try {
            return network.isUp()
                    && !network.isLoopback()
                    && !INSIDE.matcher(network.getName()).lookingAt();
        } catch (SocketException e) {
            return false; // it went away while it was asked
        }
    }
}
