package org.porchlight;

import java.util.ArrayList;
import java.util.List;
import org.porchlight.account.Members;
import org.porchlight.account.OwnerReset;
import org.porchlight.account.SetupCode;
import org.porchlight.ui.NewPasswordView;
import org.porchlight.web.Https;
import org.porchlight.web.ThisMachine;
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

    private final Members members;
    private final SetupCode setupCode;
    private final ThisMachine machine;
    private final Https https;
    private final OwnerReset reset;

    Announcement(Members members, SetupCode setupCode, ThisMachine machine, Https https, OwnerReset reset) {
        this.members = members;
        this.setupCode = setupCode;
        this.machine = machine;
        this.https = https;
        this.reset = reset;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            lines(context.getWebServer().getPort()).forEach(log::info);
        }
    }

    List<String> lines(int port) {
        List<String> lines = new ArrayList<>();
        for (String host : machine.homeAddresses()) {
            lines.add("Open " + address(host, port));
        }
        lines.add("Open " + address("localhost", port) + " on this computer");
        if (members.none()) {
            lines.add("Setup code: " + setupCode.display());
        }
        String host = machine.homeAddresses().stream().findFirst().orElse("localhost");
        reset.line(address(host, port) + "/" + NewPasswordView.PATH + "?" + NewPasswordView.LINK + "=")
                .ifPresent(lines::add);
        return lines;
    }

    private String address(String host, int port) {
        return https.scheme() + "://" + host + ":" + port;
    }
}
