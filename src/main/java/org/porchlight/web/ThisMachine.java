package org.porchlight.web;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The names and addresses of the computer that Porchlight runs on, as they are now. Safe for any thread. */
@Component
public class ThisMachine {

    private static final Pattern INSIDE = Pattern.compile("docker|br-|veth|virbr|podman|cni|lxc");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9-]+)*");

    /** The addresses under which other devices of the home network reach this machine. */
    public List<String> homeAddresses() {
        List<InetAddress> addresses =
                addresses().filter(address -> address instanceof Inet4Address).toList();
        boolean home = addresses.stream().anyMatch(InetAddress::isSiteLocalAddress);
        return addresses.stream()
                .filter(address -> !home || address.isSiteLocalAddress())
                .map(InetAddress::getHostAddress)
                .toList();
    }

    /** {@code localhost}, and its own name, as it is and as other devices find it by multicast DNS. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of("localhost"));
        String name = hostName();
        if (NAME.matcher(name).matches()) {
            names.add(name);
            if (name.indexOf('.') < 0) {
                names.add(name + ".local");
            }
        }
        return names;
    }

    /** Its addresses of the fourth version. Those of the sixth may be new every day, so nothing is to hang on them. */
    Set<String> lastingAddresses() {
        Set<String> addresses = new LinkedHashSet<>(List.of("127.0.0.1"));
        addresses()
                .filter(address -> address instanceof Inet4Address)
                .map(InetAddress::getHostAddress)
                .forEach(addresses::add);
        return addresses;
    }

    /** Its addresses of the sixth version, without the name of the network that they belong to. */
    Set<String> passingAddresses() {
        Set<String> addresses = new LinkedHashSet<>(List.of("0:0:0:0:0:0:0:1"));
        addresses()
                .filter(address -> address instanceof Inet6Address)
                .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                .forEach(addresses::add);
        return addresses;
    }

    private static Stream<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(ThisMachine::up)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress());
        } catch (SocketException e) {
            return Stream.empty(); // no network at all
        }
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

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname"))
                    .strip()
                    .toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return ""; // no Linux: then by its addresses
        }
    }
}
